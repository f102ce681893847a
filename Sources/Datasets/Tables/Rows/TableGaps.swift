/// The missing values of a file: how many in which column, and where the first one is.
struct TableGaps {
  private let names: [String]
  private let target: Int
  private var counted: [Int]
  private var first: (line: Int, column: Int)?

  init(names: [String], target: Int) {
    self.names = names
    self.target = target
    counted = Array(repeating: 0, count: names.count)
  }

  /// How many there are, column by column.
  var counts: DatasetError.MissingCounts {
    let columns = counted.indices.filter { counted[$0] > 0 }
    return DatasetError.MissingCounts(
      columns.map { .init(name: names[$0], count: counted[$0]) },
      isOfTargetAlone: columns == [target])
  }

  mutating func note(_ column: Int, line: Int) {
    counted[column] += 1
    if first == nil { first = (line, column) }
  }

  /// The refusal of a table with missing values; nil where none is missing.
  func error(file: String) -> DatasetError? {
    guard let first else { return nil }
    return DatasetError(
      file: file, line: first.line, column: first.column + 1, columnName: names[first.column],
      .table(.missing(counts)))
  }
}
