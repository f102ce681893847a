/// All the records of a file, looked at once: the first one, and what the columns below hold.
struct TableSurvey {
  /// The first record, which may be a header.
  private(set) var first = CSVRecord()
  /// What the cells of the other records hold.
  private(set) var columns: [ColumnSurvey]
  /// The number of the other records.
  private(set) var rowCount = 0
  /// Records of which every cell is empty, such as a spreadsheet leaves at its end.
  private(set) var emptyCount = 0
  /// Records with more or with fewer cells than there are columns.
  private(set) var problems: TableProblems
  private let separator: Separator

  /// - Throws: `DatasetError` at a quote that is not closed, or if there is no record.
  init(of file: FileBytes, _ dialect: Dialect) throws(DatasetError) {
    columns = Array(repeating: ColumnSurvey(), count: dialect.width)
    problems = TableProblems(file: file.name)
    separator = dialect.separator
    var reader = dialect.reader(of: file)
    var record = CSVRecord()
    while try reader.next(&record) {
      guard record.filledWidth > 0 else {
        emptyCount += 1
        continue
      }
      if first.cells.isEmpty {
        first = record
        if !dialect.takes(first) { noteFirst(width: dialect.width) }
        continue
      }
      guard dialect.takes(record) else {
        note(record, width: dialect.width)
        continue
      }
      rowCount += 1
      append(record, reader)
    }
    guard !first.cells.isEmpty else { throw DatasetError(file: file.name, .table(.empty)) }
  }

  /// Counts the first record among the rows.
  mutating func takeFirstAsRow(_ reader: CSVReader) {
    rowCount += 1
    append(first, reader)
  }

  private mutating func append(_ record: CSVRecord, _ reader: CSVReader) {
    for column in columns.indices {
      columns[column].append(record.cells[column], line: record.line, reader: reader)
    }
  }

  private mutating func note(_ record: CSVRecord, width: Int) {
    problems.append(
      .init(
        line: record.line,
        .width(
          record.cells.count, expected: width, asFirst: first.cells.count == width, separator)))
  }

  private mutating func noteFirst(width: Int) {
    problems.append(
      .init(line: first.line, .firstWidth(first.cells.count, expected: width)))
  }
}
