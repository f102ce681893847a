import TensorEngine

/// The rows of a file, while they are read once it is known what its columns are.
struct TableRows {
  /// The cells of a feature column.
  private enum Cells {
    case numbers([Double], unit: String?)
    case categories(Categories, isOrdinal: Bool)
  }

  /// A feature column.
  private struct Feature {
    let index: Int
    let name: String
    var cells: Cells
    var gaps = 0
  }

  private let file: String
  private let plan: TablePlan
  private var features: [Feature]
  private(set) var target: TargetColumn
  private(set) var problems: TableProblems
  /// The first missing value, and how many there are in each column.
  private(set) var gaps: TableGaps
  /// Rows left out because a value is missing, and because the label is.
  private(set) var dropped = 0
  private(set) var unlabelled = 0

  /// Larger numbers overflow as soon as they are squared and summed in 32 bits.
  static let largestMagnitude = 1e30

  init(_ plan: TablePlan, file: String, problems: TableProblems) {
    self.file = file
    self.plan = plan
    self.problems = problems
    gaps = TableGaps(names: plan.names, target: plan.roles.target)
    features = plan.roles.features.map { index in
      let isOrdinal = plan.roles.ordinal.contains(index)
      let isText =
        isOrdinal || plan.roles.oneHot.contains(index) || plan.survey.columns[index].isTextual
      return Feature(
        index: index, name: plan.names[index],
        cells: isText
          ? .categories(Categories(), isOrdinal: isOrdinal)
          : .numbers([], unit: plan.survey.columns[index].unit))
    }
    let target = plan.roles.target
    self.target = TargetColumn(file: file, number: target + 1, name: plan.names[target])
  }

  /// Reads all the rows; what is wrong with their cells is noted, and not thrown.
  mutating func read(_ reader: inout CSVReader) throws(DatasetError) {
    var record = CSVRecord()
    var isFirst = plan.hasHeader
    while try reader.next(&record) {
      guard record.filledWidth > 0 else { continue }
      if isFirst {
        isFirst = false
        continue
      }
      if plan.dialect.takes(record) { append(record, reader) }
    }
  }

  private mutating func append(_ record: CSVRecord, _ reader: CSVReader) {
    var hasGap = false
    for feature in features where reader.isMissing(record.cells[feature.index]) {
      hasGap = true
      gaps.note(feature.index, line: record.line)
    }
    let label = record.cells[plan.roles.target]
    let isUnlabelled = reader.isMissing(label)
    if isUnlabelled { gaps.note(plan.roles.target, line: record.line) }
    if plan.missing == .drop, hasGap || isUnlabelled {
      dropped += 1
      return
    }
    if isUnlabelled {
      unlabelled += 1
      return
    }
    for index in features.indices { append(record, reader, toFeature: index) }
    appendLabel(label, record, reader)
  }

  private mutating func append(_ record: CSVRecord, _ reader: CSVReader, toFeature index: Int) {
    let column = features[index].index
    let cell = record.cells[column]
    let isMissing = reader.isMissing(cell)
    if isMissing { features[index].gaps += 1 }
    switch features[index].cells {
    case .numbers(var numbers, let unit):
      features[index].cells = .numbers([], unit: unit)
      numbers.append(isMissing ? .nan : number(cell, column, record, reader, unit: unit) ?? .nan)
      features[index].cells = .numbers(numbers, unit: unit)
    case .categories(var categories, let isOrdinal):
      features[index].cells = .categories(Categories(), isOrdinal: isOrdinal)
      categories.append(isMissing ? nil : category(cell, reader))
      features[index].cells = .categories(categories, isOrdinal: isOrdinal)
    }
  }

  /// The text that stands for a cell: of a number, its plainest spelling.
  private func category(_ cell: CSVCell, _ reader: CSVReader) -> String {
    guard let number = reader.number(of: cell), number.keepsAllDigits else {
      return reader.text(of: cell)
    }
    return plainText(number)
  }

  /// A cell of a column of numbers; nil, and noted, if it is none.
  private mutating func number(
    _ cell: CSVCell, _ column: Int, _ record: CSVRecord, _ reader: CSVReader, unit: String?
  ) -> Double? {
    guard let found = reader.number(of: cell, plan.decimal), found.unit == unit else {
      let text = reader.text(of: cell)
      let isNumeric = plan.survey.columns[column].texts == 0
      note(record, column, isNumeric ? .otherwiseWritten(text) : .noNumber(text))
      return nil
    }
    return isUsual(found.value, cell, column, record, reader) ? found.value : nil
  }

  private mutating func appendLabel(_ cell: CSVCell, _ record: CSVRecord, _ reader: CSVReader) {
    let column = plan.roles.target
    guard let found = reader.number(of: cell, plan.decimal) else {
      return target.append(text: reader.text(of: cell), line: record.line)
    }
    guard found.unit == plan.survey.columns[column].unit else {
      note(record, column, .otherwiseWrittenTarget(reader.text(of: cell)))
      return
    }
    guard isUsual(found.value, cell, column, record, reader) else { return }
    target.append(
      found.value, isPlain: reader.number(of: cell) == found.value, text: reader.text(of: cell))
  }

  private mutating func isUsual(
    _ value: Double, _ cell: CSVCell, _ column: Int, _ record: CSVRecord, _ reader: CSVReader
  ) -> Bool {
    if value.magnitude <= Self.largestMagnitude { return true }
    note(record, column, .largeNumber(reader.text(of: cell)))
    return false
  }

  private mutating func note(
    _ record: CSVRecord, _ column: Int, _ fault: DatasetError.CellFault
  ) {
    problems.append(
      .init(line: record.line, column: column + 1, columnName: plan.names[column], fault))
  }
}

extension TableRows {
  /// How many different texts make names of things, and no kinds of them.
  private static let mostTexts = 100
  private static let fewTexts = 20

  /// Features that stand side by side, and the value of each in a row.
  private struct Block {
    let width: Int
    let value: (_ row: Int, _ feature: Int) -> Double
  }

  /// The feature columns as they are in the layout, and their values, row after row.
  func features(
    rowCount: Int
  ) throws(DatasetError) -> (layout: TableLayout, values: [Double]) {
    var columns: [TableLayout.Column] = []
    var blocks: [Block] = []
    for feature in features {
      let (kind, own) = try self.blocks(of: feature)
      let isFlagged = plan.missing == .flag && feature.gaps > 0
      columns.append(
        TableLayout.Column(
          name: feature.name, kind: kind, hasGaps: feature.gaps > 0, isFlagged: isFlagged))
      blocks.append(own)
      if isFlagged { blocks.append(Block(width: 1) { row, _ in own.value(row, 0).isNaN ? 1 : 0 }) }
    }
    let width = blocks.reduce(0) { $0 + $1.width }
    guard width.multipliedReportingOverflow(by: rowCount).partialValue <= 1 << 28 else {
      throw DatasetError(file: file, .table(.size(rows: rowCount, features: width)))
    }
    var values: [Double] = []
    values.reserveCapacity(width * rowCount)
    for row in 0..<rowCount {
      for block in blocks {
        for index in 0..<block.width { values.append(block.value(row, index)) }
      }
    }
    return (TableLayout(columns: columns, missing: plan.missing), values)
  }

  /// What a column is, and its features; NaN where a value is missing.
  private func blocks(
    of feature: Feature
  ) throws(DatasetError) -> (TableLayout.Column.Kind, Block) {
    switch feature.cells {
    case .numbers(let numbers, _):
      return (.number, Block(width: 1) { row, _ in numbers[row] })
    case .categories(let categories, let isOrdinal):
      try check(categories, of: feature, isOrdinal: isOrdinal)
      let (names, places) = categories.sorted()
      if isOrdinal {
        let block = Block(width: 1) { row, _ in places[row] < 0 ? .nan : Double(places[row]) }
        return (.ordinal(names), block)
      }
      let block = Block(width: names.count) { row, text in
        places[row] < 0 ? .nan : (Int(places[row]) == text ? 1 : 0)
      }
      return (.oneHot(names), block)
    }
  }

  private func check(
    _ categories: Categories, of feature: Feature, isOrdinal: Bool
  ) throws(DatasetError) {
    if !isOrdinal, !plan.roles.oneHot.contains(feature.index),
      let unit = CellNumber.unit(ofAll: plan.survey.columns[feature.index].textCounts.keys)
    {
      throw DatasetError(
        file: file, columnName: feature.name, .table(.unit(unit, column: feature.name)))
    }
    let count = categories.count
    let isSaid = isOrdinal || plan.roles.oneHot.contains(feature.index)
    let isName = count > Self.fewTexts && 2 * count > categories.rowCount
    let most = isSaid ? ColumnSurvey.mostTexts : Self.mostTexts
    guard count > most || (isName && !isSaid) else { return }
    throw DatasetError(
      file: file, columnName: feature.name,
      .table(
        .manyTexts(
          categories.isCrowded ? nil : count, most: ColumnSurvey.mostTexts,
          rows: categories.rowCount, column: feature.name)))
  }
}
