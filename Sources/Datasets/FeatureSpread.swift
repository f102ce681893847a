import TensorEngine

/// The columns of a matrix `[N, width]`, measured over some rows in double precision.
///
/// Each column's sums run over the rows in the order given; NaN, a missing value, is left out.
struct FeatureSpread<Rows: Sequence> where Rows.Element == Int32 {
  private let width: Int
  private let rows: Rows
  private let value: (Int) -> Double

  private struct Moments {
    var minimum = Double.infinity
    var maximum = -Double.infinity
    var sum = 0.0
    var squares = 0.0
    var count = 0
    var missing = 0

    var mean: Double { count == 0 ? 0 : sum / Double(count) }
  }

  /// - Parameter value: The value at a place of the matrix, row after row.
  init(width: Int, rows: Rows, value: @escaping (Int) -> Double) {
    self.width = width
    self.rows = rows
    self.value = value
  }

  func statistics(names: [String]) -> [FeatureStatistics] {
    var columns = [Moments](repeating: Moments(), count: width)
    forEachValue { column, value in
      guard !value.isNaN else {
        columns[column].missing += 1
        return
      }
      columns[column].minimum = min(columns[column].minimum, value)
      columns[column].maximum = max(columns[column].maximum, value)
      columns[column].sum += value
      columns[column].count += 1
    }
    let means = columns.map(\.mean)
    forEachValue { column, value in
      guard !value.isNaN else { return }
      let distance = value - means[column]
      columns[column].squares += distance * distance
    }
    return zip(names, columns).map { name, column in
      let isEmpty = column.count == 0
      return FeatureStatistics(
        name: name, minimum: isEmpty ? 0 : column.minimum, maximum: isEmpty ? 0 : column.maximum,
        mean: column.mean,
        deviation: isEmpty ? 0 : (column.squares / Double(column.count)).squareRoot(),
        missingCount: column.missing)
    }
  }

  private func forEachValue(_ body: (Int, Double) -> Void) {
    var watch = InterruptionWatch()
    for row in rows {
      if watch.isAsked(weight: width) { return }
      let start = Int(row) * width
      for column in 0..<width { body(column, value(start + column)) }
    }
  }
}
