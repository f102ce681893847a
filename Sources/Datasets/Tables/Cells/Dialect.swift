/// How the cells of a file are told apart, and where its first record begins.
struct Dialect {
  /// What stands between two cells.
  var separator: Separator
  /// The number of columns.
  var width: Int
  /// The byte at which the first record begins, behind a byte-order mark and a `sep=` line.
  var start: Int
  /// The line on which that is.
  var line: Int

  /// A reader of a file's records from the first one on.
  func reader(of file: FileBytes) -> CSVReader {
    CSVReader(
      file: file.name, bytes: file.bytes, start: start, line: line, separator: separator,
      file.interruption)
  }
}

extension Dialect {
  /// Whether a record has a cell for each column, and behind them empty ones alone.
  func takes(_ record: CSVRecord) -> Bool {
    record.cells.count >= width && record.filledWidth <= width
  }
}
