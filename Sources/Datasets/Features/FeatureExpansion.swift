import TensorEngine

/// Features that are computed from the columns of a table: which, and whether the columns stay
/// beside them.
public struct FeatureExpansion: Sendable, Equatable {
  /// One feature.
  public struct Feature: Sendable, Equatable {
    /// The formula as it is typed, which is also what the feature is called: `x1^2`.
    public let name: String
    /// What it computes.
    public let formula: FeatureFormula

    /// A formula with its text.
    public init(name: String, formula: FeatureFormula) {
      self.name = name
      self.formula = formula
    }
  }

  /// The names of the columns that formulas speak of, in the order of the table.
  public let columns: [String]
  /// The computed features, in the order typed.
  public let features: [Feature]
  /// Whether the columns are features too, before the computed ones.
  public let keepsColumns: Bool

  /// Puts it together; the formulas speak of these columns alone.
  public init(columns: [String], features: [Feature], keepsColumns: Bool) {
    self.columns = columns
    self.features = features
    self.keepsColumns = keepsColumns
  }

  /// What all features are called that a network gets.
  public var names: [String] { (keepsColumns ? columns : []) + features.map(\.name) }

  /// The features of some examples, `[N, names]`, of their columns, `[N, columns]`, both flat.
  ///
  /// - Parameters:
  ///   - file: What the data is called, for errors.
  ///   - isNumbered: Whether an error says the number of the example, from 1.
  /// - Throws: `DatasetError` where a feature is no finite number, or none in 32 bits.
  public func values(
    of table: [Double], file: String, isNumbered: Bool = true
  ) throws(DatasetError) -> [Double] {
    let count = table.count / max(1, columns.count)
    // They are kept in both precisions beside the array that they are gathered in.
    try FileBytes(name: file, bytes: []).require(
      MemoryBudget.bytes(of: Double.self, count, names.count, 2), for: .features)
    var values: [Double] = []
    values.reserveCapacity(count * names.count)
    var watch = InterruptionWatch()
    for row in 0..<count {
      try watch.check(of: file, weight: names.count)
      let example = table[row * columns.count..<(row + 1) * columns.count]
      if keepsColumns { values += example }
      for feature in features {
        let value = feature.formula.value(for: example)
        guard Float(value).isFinite else {
          throw refusal(of: feature, for: example, number: isNumbered ? row + 1 : nil, file)
        }
        values.append(value)
      }
    }
    return values
  }

  private func refusal(
    of feature: Feature, for example: ArraySlice<Double>, number: Int?, _ file: String
  ) -> DatasetError {
    let values = feature.formula.columns.map { place in
      DatasetError.FeatureFault.Value(
        column: columns[place], number: example[example.startIndex + place])
    }
    return DatasetError(
      file: file, .feature(.noNumber(feature.name, example: number, of: values)))
  }
}
