/// Where in a file of new rows the columns are that are looked for.
struct NewRowsPlan {
  let file: FileBytes
  let dialect: Dialect
  let decimal: DecimalMark
  let hasHeader: Bool
  /// The names of all columns of the file.
  let names: [String]
  /// For each column that is needed, the one of the file.
  let places: [Int]
  /// The unit that most numbers of each needed column have.
  let units: [String?]
  /// The column with the true answers; nil where there is none.
  let target: Int?

  /// - Throws: `NewRowsError` if the file is no table, can be read in two ways, or has not the
  ///   columns that are needed.
  init(
    _ file: FileBytes, as layout: TableLayout, target: String?, options: NewRowsOptions
  ) throws(NewRowsError) {
    let survey: TableSurvey
    do throws(DatasetError) {
      self.file = try file.unpacked()
      var judgement = DialectJudgement(of: self.file, start: try CSV.textStart(of: self.file))
      dialect = try judgement.dialect(said: options.separator)
      survey = try TableSurvey(of: self.file, dialect)
    } catch { throw .table(error) }
    let first = survey.first
    guard dialect.takes(first) else {
      let width = NewRowsError.CellProblem.width(first.cells.count, expected: dialect.width)
      throw .cells(
        [.init(line: first.line, column: nil, columnName: nil, kind: width)], count: 1)
    }
    let reader = dialect.reader(of: self.file)
    let needed = layout.columns.map(\.name)
    let plain = (0..<dialect.width).map { "x\($0 + 1)" }
    let texts = first.cells.prefix(dialect.width).map { printable(reader.text(of: $0)) }
    let isHeader = Self.isHeader(first, texts, reader, of: layout)
    hasHeader = options.hasHeader ?? isHeader
    names = hasHeader ? zip(texts, plain).map { $0.isEmpty ? $1 : $0 } : plain
    let search = ColumnSearch(names: names, options: options)
    self.target = try search.target(called: target, isNamed: hasHeader)
    places = try search.places(of: needed, byName: hasHeader, without: self.target)
    guard survey.rowCount > 0 || !hasHeader else { throw .noRows(headerLine: first.line) }
    let columns = places.map { survey.columns[$0] }
    units = columns.map(\.unit)
    let numbers = zip(columns, layout.columns).filter { $0.1.kind == .number }.map(\.0)
    do throws(DatasetError) {
      decimal = try DecimalJudgement.mark(
        of: numbers, file: file.name, separator: dialect.separator, said: options.decimal)
    } catch { throw .table(error) }
  }

  /// The columns that are neither needed nor the target.
  var leftOut: [String] {
    let used = Set(places + (target.map { [$0] } ?? []))
    return names.indices.filter { !used.contains($0) }.map { names[$0] }
  }

  private static func isHeader(
    _ first: CSVRecord, _ texts: [String], _ reader: CSVReader, of layout: TableLayout
  ) -> Bool {
    let needed = Set(layout.columns.map(\.name))
    if texts.contains(where: needed.contains) { return true }
    let known = Set(layout.columns.flatMap(\.texts))
    return !zip(first.cells, texts).contains { cell, text in
      if case .number = reader.reading(of: cell) { return true }
      return known.contains(text)
    }
  }
}

/// Finds columns of a file by their names, or by their places.
private struct ColumnSearch {
  let names: [String]
  let options: NewRowsOptions

  /// The column that an option names, by its name or by its number.
  func place(of name: String, option: String) throws(NewRowsError) -> Int {
    if let place = names.firstIndex(of: name) { return place }
    if let number = Int(name), (1...max(1, names.count)).contains(number) { return number - 1 }
    throw .noSuchColumn(name, option: option, inFile: names)
  }

  /// The column with the true answers: the one that was said, or the one of that name.
  func target(called name: String?, isNamed: Bool) throws(NewRowsError) -> Int? {
    if let said = options.target { return try place(of: said, option: "target") }
    guard isNamed, let name else { return nil }
    return names.firstIndex(of: name)
  }

  func places(
    of needed: [String], byName: Bool, without target: Int?
  ) throws(NewRowsError) -> [Int] {
    var skipped: Set<Int> = []
    for name in options.skip { skipped.insert(try place(of: name, option: "skip")) }
    let left = names.indices.filter { $0 != target && !skipped.contains($0) }
    guard byName else {
      guard left.count == needed.count else {
        throw .columnCount(left.count, needed: needed)
      }
      return left
    }
    var found: [String: Int] = [:]
    var twice: Set<String> = []
    for place in left where found.updateValue(place, forKey: names[place]) != nil {
      twice.insert(names[place])
    }
    if let name = needed.first(where: twice.contains) { throw .columnTwice(name) }
    let missing = needed.filter { found[$0] == nil }
    if let target, missing.contains(names[target]) { throw .neededAsTarget(names[target]) }
    guard missing.isEmpty else { throw .missingColumns(missing, inFile: names) }
    return needed.compactMap { found[$0] }
  }
}
