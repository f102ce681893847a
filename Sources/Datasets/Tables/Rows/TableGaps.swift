/// The missing values of a file: how many in which column, and where the first one is.
struct TableGaps {
  private let names: [String]
  private let target: Int
  private var counts: [Int]
  private var first: (line: Int, column: Int)?

  init(names: [String], target: Int) {
    self.names = names
    self.target = target
    counts = Array(repeating: 0, count: names.count)
  }

  /// How many there are.
  var count: Int { counts.reduce(0, +) }

  mutating func note(_ column: Int, line: Int) {
    counts[column] += 1
    if first == nil { first = (line, column) }
  }

  /// "3 values are missing: age 1, income 2"
  var text: String {
    let columns = counts.indices.filter { counts[$0] > 0 }
    let shown = columns.prefix(8).map { "\(names[$0]) \(counts[$0])" }.joined(separator: ", ")
    let rest = columns.count > 8 ? ", … (\(columns.count) columns)" : ""
    return "\(count == 1 ? "1 value is" : "\(count) values are") missing: \(shown)\(rest)"
  }

  /// The refusal of a table with missing values; nil where none is missing.
  func error(file: String) -> DatasetError? {
    guard let first else { return nil }
    let ofLabels = counts[target] == count
    return DatasetError(
      file: file, line: first.line, column: first.column + 1, columnName: names[first.column],
      problem: text,
      hint: ofLabels
        ? "fill them in, or missing=drop leaves out the rows without a target"
        : "missing=drop leaves these rows out; missing=mean, median or mode fills in; missing=flag "
          + "also says where")
  }
}
