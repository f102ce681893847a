import TensorEngine

extension Dataset {
  /// What the columns are called that formulas of features speak of: the features themselves,
  /// where none are computed.
  public var columnNames: [String] { computed?.expansion.columns ?? featureNames }

  /// The columns of an example, in the units of the data; `row` is in `0 ..< examples.count`.
  public func columns(ofRow row: Int) -> [Double] {
    guard let computed else { return examples.rawInput(at: row) }
    let width = computed.expansion.columns.count
    return Array(computed.table[row * width..<(row + 1) * width])
  }

  /// Which features are computed; nil where networks get the columns as they are.
  public var expansion: FeatureExpansion? { computed?.expansion }

  /// What the columns of a table file are, and how their cells were read, be features computed from
  /// them or not; nil for other data.
  public var columnLayout: TableLayout? { computed?.layout ?? table }

  /// The same examples with features that are computed anew from their columns.
  ///
  /// - Throws: `DatasetError` for images, for formulas of other columns, for a name that is there
  ///   twice, and where a feature is no number.
  public func computing(_ expansion: FeatureExpansion) throws(DatasetError) -> Dataset {
    guard !isImages, !columnNames.isEmpty else {
      throw DatasetError(file: name, .feature(.noColumns))
    }
    guard expansion.columns == columnNames else {
      throw DatasetError(
        file: name,
        .feature(.otherColumns(ofFormulas: expansion.columns, ofData: columnNames)))
    }
    var seen: Set<String> = []
    for name in expansion.names where !seen.insert(name).inserted {
      throw DatasetError(file: self.name, .feature(.repeated(name)))
    }
    let table = computed?.table ?? examples.numbers
    guard !table.contains(where: \.isNaN) else {
      throw DatasetError(file: name, .feature(.missingValues))
    }
    var dataset = self
    dataset.computed = ComputedFeatures(
      expansion: expansion, table: table, layout: columnLayout)
    dataset.featureNames = expansion.names
    // Its columns are the features that the formulas speak of.
    dataset.table = nil
    let values = try expansion.values(of: table, file: name)
    let inputs: Inputs =
      if case .doubles = examples.inputs { .doubles(values) } else {
        .floats(values.map { Float($0) })
      }
    do {
      dataset.examples = try Examples(
        inputShape: [expansion.names.count], inputs: inputs, targets: examples.targets)
    } catch {
      throw DatasetError(file: name, .feature(.tooMany))
    }
    return dataset
  }
}

extension Examples {
  /// All raw inputs as numbers, flat.
  fileprivate var numbers: [Double] {
    switch inputs {
    case .floats(let values): values.map { Double($0) }
    case .doubles(let values): values
    case .bytes(let values): values.map { Double($0) }
    }
  }
}

/// Features that were computed, and what from.
struct ComputedFeatures: Sendable, Equatable {
  let expansion: FeatureExpansion
  /// The columns of all examples, `[N, columns]`, flat.
  let table: [Double]
  /// What the columns were in their file; nil where they come from no table file.
  let layout: TableLayout?
}
