import TensorEngine

/// What stands for the missing values of a table, learned from the training rows alone.
///
/// ```
/// mean     sum(x) / n over the values that are there
/// median   the middle one, or the mean of the two in the middle
/// mode     the most frequent one, the least of several
/// ```
///
/// A text is filled in with the most frequent one, whatever is said of numbers; where flags say what
/// is missing, it is none of the texts. A column without any value in the rows is filled with 0.
/// Columns without gaps have what stands for a missing value too: another file may need it.
///
/// **Source**: scikit-learn's `SimpleImputer`.
public struct FillIns: Sendable, Equatable {
  /// One a feature, in its unit.
  public let values: [Double]

  /// What was learned elsewhere, one a feature.
  public init(values: [Double]) { self.values = values }

  /// Learns from some rows; nil for data of which missing values were refused or left out.
  public init?(fittedTo dataset: Dataset, rows: [Int32]) {
    guard let table = dataset.table, table.missing != .refuse, table.missing != .drop,
      case .doubles(let raw) = dataset.examples.inputs
    else { return nil }
    let width = dataset.examples.featureCount
    func there(_ feature: Int) -> [Double] {
      rows.mapUntilCalledOff(else: .nan) { raw[Int($0) * width + feature] }
        .filter { !$0.isNaN }
    }
    values = table.places.flatMap { column, features -> [Double] in
      let flag = column.isFlagged ? [0.0] : []
      switch column.kind {
      case .number:
        return [Self.fill(there(features.lowerBound), by: table.missing)] + flag
      case .ordinal:
        return [Self.mode(there(features.lowerBound))] + flag
      case .oneHot(let names):
        var own = [Double](repeating: 0, count: names.count)
        guard table.missing != .flag else { return own + flag }
        let counts = names.indices.map { there(features.lowerBound + $0).reduce(0, +) }
        if let most = counts.max(), most > 0, let first = counts.firstIndex(of: most) {
          own[first] = 1
        }
        return own
      }
    }
  }

  private static func fill(_ values: [Double], by way: MissingValues) -> Double {
    guard !values.isEmpty else { return 0 }
    switch way {
    case .median:
      let sorted = values.sortedUntilCalledOff()
      let middle = sorted.count / 2
      return sorted.count.isMultiple(of: 2)
        ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
    case .mode:
      return mode(values)
    case .refuse, .drop, .mean, .flag:
      return values.reduce(0, +) / Double(values.count)
    }
  }

  private static func mode(_ values: [Double]) -> Double {
    var best: (value: Double, count: Int) = (0, 0)
    var run: (value: Double, count: Int) = (0, 0)
    for value in values.sortedUntilCalledOff() {
      run = run.count > 0 && run.value == value ? (value, run.count + 1) : (value, 1)
      if run.count > best.count { best = run }
    }
    return best.value
  }
}
