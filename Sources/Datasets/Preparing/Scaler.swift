public import TensorEngine

/// Brings features to a common scale, with numbers that are learned from the training rows alone.
///
/// ```
/// x' = (x - shift) / scale
/// standard   shift = mean      scale = deviation (biased: divides by n)
/// minmax     shift = minimum   scale = maximum - minimum
/// ```
///
/// A feature that is the same in all the rows has scale 1: it becomes 0. Tables have one shift and
/// one scale a feature. Images have one pair for all pixels together, because all of them share one
/// unit, the brightness.
///
/// **Source**: scikit-learn's `StandardScaler` and `MinMaxScaler`.
public struct Scaler: Sendable, Equatable {
  /// The ways of scaling.
  public enum Kind: String, CaseIterable, Sendable {
    /// Mean 0, deviation 1.
    case standard
    /// From 0 to 1.
    case minmax
  }

  /// How the features are scaled.
  public let kind: Kind
  /// What is subtracted, in the feature's unit: one a feature, or one for all pixels.
  public let shift: [Double]
  /// What the difference is divided by, in the feature's unit.
  public let scale: [Double]

  /// A scaler whose numbers were learned elsewhere; they must be finite, as many of the one as of
  /// the other, and `scale` must be above 0.
  public init(_ kind: Kind, shift: [Double], scale: [Double]) {
    precondition(shift.count == scale.count && !shift.isEmpty, "one entry for each feature")
    self.kind = kind
    self.shift = shift
    self.scale = scale
  }

  /// Learns shift and scale from some rows, in double precision.
  ///
  /// - Throws: `DatasetError` if there are no rows, and where the work is called off.
  ///
  /// - Parameter fillIns: What stands for missing values; they count as these.
  public init(
    _ kind: Kind, fittedTo dataset: Dataset, rows: [Int32], fillIns: FillIns? = nil
  ) throws(DatasetError) {
    guard !rows.isEmpty else {
      throw DatasetError(file: dataset.name, .division(.nothingToScaleBy))
    }
    let features = dataset.featureStatistics(of: rows, filledWith: fillIns)
    if Interruption.current.isAsked() { throw .interrupted(dataset.name) }
    self.kind = kind
    switch kind {
    case .standard:
      shift = features.map { $0.mean }
      scale = features.map { Self.divisor($0.deviation, of: $0) }
    case .minmax:
      shift = features.map { $0.minimum }
      scale = features.map { Self.divisor($0.maximum - $0.minimum, of: $0) }
    }
  }

  /// 1 for a constant feature, and for one whose spread is too small to divide by in 32 bits.
  private static func divisor(_ spread: Double, of feature: FeatureStatistics) -> Double {
    feature.minimum < feature.maximum && Float(1 / spread).isFinite ? spread : 1
  }

  /// What the engine does with the features: `(x - shift) / scale`, in double precision where they
  /// are of double precision, and else in 32 bits.
  public var scaling: FeatureScaling { scaling(filledWith: nil) }

  func scaling(filledWith fillIns: FillIns?) -> FeatureScaling {
    do {
      return try FeatureScaling(shift: shift, divisor: scale, fill: fillIns?.values)
    } catch {
      preconditionFailure("shift and scale have one entry for each feature")
    }
  }
}
