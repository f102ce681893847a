/// What is known of a file before its rows are read for good.
struct TablePlan {
  /// How its cells are told apart.
  let dialect: Dialect
  /// What its columns hold.
  let survey: TableSurvey
  /// The decimal mark of its numbers.
  let decimal: DecimalMark
  /// Whether the first record is a header.
  let hasHeader: Bool
  /// The names of the columns, all different.
  let names: [String]
  /// Which column is what.
  let roles: ColumnRoles
  /// The columns without a value, which are left out.
  let empty: Set<Int>
  /// What becomes of missing values.
  let missing: MissingValues

  /// - Throws: `DatasetError` if the file can be read in two ways, or in none.
  init(
    _ file: FileBytes, start: Int, options: TableOptions
  ) throws(DatasetError) {
    var judgement = DialectJudgement(of: file, start: start)
    dialect = try judgement.dialect(said: options.separator)
    var survey = try TableSurvey(of: file, dialect)
    if !dialect.takes(survey.first), let error = survey.problems.error() { throw error }
    let reader = dialect.reader(of: file)
    missing = options.missing
    decimal = try DecimalJudgement.mark(
      of: survey.columns, file: file.name, separator: dialect.separator, said: options.decimal)
    hasHeader = try Self.hasHeader(survey, reader, file: file.name, options)
    if !hasHeader { survey.takeFirstAsRow(reader) }
    names = try Self.names(
      hasHeader ? survey.first : nil, width: dialect.width, reader, file: file.name)
    guard survey.rowCount > 0 else {
      if let error = survey.problems.error() { throw error }
      throw DatasetError(file: file.name, line: survey.first.line, .table(.noRows))
    }
    self.survey = survey
    let empty = Set(survey.columns.indices.filter { survey.columns[$0].isEmpty })
    self.empty = empty
    roles = try ColumnRoles(columns: names, empty: empty, file: file.name, options: options)
  }

  private static func hasHeader(
    _ survey: TableSurvey, _ reader: CSVReader, file: String, _ options: TableOptions
  ) throws(DatasetError) -> Bool {
    if let said = options.hasHeader { return said }
    let first = survey.first
    guard survey.rowCount > 0 else {
      return !first.cells.allSatisfy {
        if case .number = reader.reading(of: $0) { true } else { false }
      }
    }
    let judgement = HeaderJudgement(first: first.cells, reader: reader, rows: survey.columns)
    switch judgement.verdict {
    case .names: return true
    case .data: return false
    case .unclear: throw DatasetError(file: file, line: first.line, .table(.doubtfulHeader))
    }
  }

  private static func names(
    _ header: CSVRecord?, width: Int, _ reader: CSVReader, file: String
  ) throws(DatasetError) -> [String] {
    guard width > 0 else { return [] }
    let plain = (1...width).map { "x\($0)" }
    guard let header else { return plain }
    let names = plain.enumerated().map { index, plain in
      let cell = index < header.cells.count ? printable(reader.text(of: header.cells[index])) : ""
      return cell.isEmpty ? plain : cell
    }
    var seen = Set<String>()
    for (index, name) in names.enumerated() where !seen.insert(name).inserted {
      throw DatasetError(
        file: file, line: header.line, column: index + 1, .table(.repeatedColumn(name)))
    }
    return names
  }
}
