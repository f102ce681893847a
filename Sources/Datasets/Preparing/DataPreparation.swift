public import TensorEngine

/// What is done to the inputs on their way into a network: missing values are filled in, then the
/// features are scaled. Both are learned from the training rows alone.
public struct DataPreparation: Sendable, Equatable {
  /// What stands for missing values; nil where the data has none.
  public var fillIns: FillIns?
  /// What the features are scaled by; nil where they are not.
  public var scaler: Scaler?

  /// Leaves everything as it is.
  public init() {}

  /// What was learned elsewhere.
  public init(_ scaler: Scaler?, fillIns: FillIns?) {
    self.scaler = scaler
    self.fillIns = fillIns
  }

  /// Learns from some rows.
  ///
  /// - Parameter kind: How the features are scaled; nil for not at all.
  /// - Throws: `DatasetError` if there are no rows to learn a scale from.
  public init(
    _ kind: Scaler.Kind?, fittedTo dataset: Dataset, rows: [Int32]
  ) throws(DatasetError) {
    fillIns = FillIns(fittedTo: dataset, rows: rows)
    if let kind { scaler = try Scaler(kind, fittedTo: dataset, rows: rows, fillIns: fillIns) }
  }

  /// Whether the inputs stay as they are.
  public var isNothing: Bool { fillIns == nil && scaler == nil }

  /// What the engine does with the features; nil for nothing.
  public var scaling: FeatureScaling? {
    if let scaler { return scaler.scaling(filledWith: fillIns) }
    guard let fillIns else { return nil }
    return Scaler(.standard, shift: [0], scale: [1]).scaling(filledWith: fillIns)
  }
}
