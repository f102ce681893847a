/// The cells of new rows, while they are read.
struct NewRowsReading {
  /// A column that is needed.
  private struct Learned {
    let column: TableLayout.Column
    let unit: String?
    var numbers: [Double] = []
    /// The place of each row's text in `names`: first those that were learned, then new ones.
    var texts: [Int32] = []
    var names: [String]
    var placeOfText: [String: Int32] = [:]
  }

  private let plan: NewRowsPlan
  private let canFill: Bool
  private let unknown: TableLayout.UnknownText
  private var learned: [Learned]
  private var faults = NewRowsError.FaultCount()
  private(set) var labels: [TableLayout.Cell] = []
  private(set) var rowCount = 0
  private(set) var gapCount = 0
  private(set) var unknownCount = 0

  init(_ plan: NewRowsPlan, _ layout: TableLayout, unknown: TableLayout.UnknownText) {
    self.plan = plan
    self.unknown = unknown
    canFill = layout.missing != .refuse && layout.missing != .drop
    learned = zip(layout.columns, plan.units).map { column, unit in
      Learned(column: column, unit: unit, names: column.texts)
    }
  }

  /// Reads all the rows.
  ///
  /// - Throws: `NewRowsError` about the cells that can't be taken, and what the text refuses.
  mutating func read() throws(NewRowsError) {
    var reader = plan.dialect.reader(of: plan.file)
    var record = CSVRecord()
    var isFirst = plan.hasHeader
    do throws(DatasetError) {
      while try reader.next(&record) {
        guard record.filledWidth > 0 else { continue }
        if isFirst {
          isFirst = false
        } else {
          append(record, reader)
        }
      }
    } catch { throw .table(error) }
    if let error = faults.error { throw error }
  }

  private mutating func append(_ record: CSVRecord, _ reader: CSVReader) {
    guard plan.dialect.takes(record) else {
      let kind = NewRowsError.CellProblem.width(record.cells.count, expected: plan.dialect.width)
      return faults.note(.init(line: record.line, column: nil, columnName: nil, kind: kind))
    }
    rowCount += 1
    for (index, place) in plan.places.enumerated() {
      let cell = record.cells[place]
      let fault =
        learned[index].column.kind == .number
        ? appendNumber(cell, reader, to: index) : appendText(cell, reader, to: index)
      guard let fault else { continue }
      faults.note(
        .init(
          line: record.line, column: place + 1, columnName: learned[index].column.name,
          kind: fault))
    }
    if let target = plan.target { labels.append(label(record.cells[target], reader)) }
  }

  /// Takes a cell of a column of numbers.
  ///
  /// - Returns: What is wrong with it, if anything is.
  private mutating func appendNumber(
    _ cell: CSVCell, _ reader: CSVReader, to index: Int
  ) -> NewRowsError.CellProblem? {
    if reader.isMissing(cell) {
      gapCount += 1
      learned[index].numbers.append(.nan)
      return canFill ? nil : .gap
    }
    guard let found = reader.number(of: cell, plan.decimal), found.unit == learned[index].unit
    else { return .notNumber(printable(reader.text(of: cell))) }
    guard found.value.magnitude <= TableRows.largestMagnitude else {
      return .tooGreat(printable(reader.text(of: cell)))
    }
    learned[index].numbers.append(found.value)
    return nil
  }

  /// Takes a cell of a column of texts.
  ///
  /// - Returns: What is wrong with it, if anything is.
  private mutating func appendText(
    _ cell: CSVCell, _ reader: CSVReader, to index: Int
  ) -> NewRowsError.CellProblem? {
    if reader.isMissing(cell) {
      gapCount += 1
      learned[index].texts.append(-1)
      return canFill ? nil : .gap
    }
    let text = Self.text(of: cell, reader)
    let column = learned[index].column
    let isKnown = learned[index].placeOfText[text] != nil
    let place = isKnown ? learned[index].placeOfText[text] : new(text, in: index)
    guard let place else {
      let canBeNone = if case .oneHot = column.kind { true } else { false }
      return .unknownText(printable(text), known: column.texts, canBeNone: canBeNone)
    }
    if Int(place) >= column.texts.count { unknownCount += 1 }
    learned[index].texts.append(place)
    return nil
  }

  /// The place of a text that comes for the first time; nil where it can't be taken.
  private mutating func new(_ text: String, in index: Int) -> Int32? {
    let column = learned[index].column
    if let place = TableLayout.place(of: .text(text), among: column.texts) {
      learned[index].placeOfText[text] = Int32(place)
      return Int32(place)
    }
    guard unknown == .zeros, case .oneHot = column.kind else { return nil }
    let place = Int32(learned[index].names.count)
    learned[index].names.append(printable(text))
    learned[index].placeOfText[text] = place
    return place
  }

  /// What stands in the column of the target.
  private func label(_ cell: CSVCell, _ reader: CSVReader) -> TableLayout.Cell {
    if reader.isMissing(cell) { return .missing }
    if let number = reader.number(of: cell, plan.decimal), number.value.keepsAllDigits {
      return .number(number.value)
    }
    return .text(reader.text(of: cell))
  }

  /// The text that stands for a cell: of a number, its plainest spelling.
  private static func text(of cell: CSVCell, _ reader: CSVReader) -> String {
    guard let number = reader.number(of: cell), number.keepsAllDigits else {
      return reader.text(of: cell)
    }
    return plainText(number)
  }
}

extension NewRowsReading {
  /// The columns as they were read.
  var columns: [NewRows.ReadColumn] {
    learned.map { learned in
      NewRows.ReadColumn(
        name: learned.column.name,
        cells: learned.column.kind == .number
          ? .numbers(learned.numbers) : .texts(learned.texts, names: learned.names))
    }
  }

  /// The features of all rows, row after row; NaN where a value is missing.
  ///
  /// - Throws: `tooLarge` for more of them than fit into memory.
  func features() throws(NewRowsError) -> [Double] {
    let width = learned.reduce(0) { $0 + $1.column.width }
    guard width.multipliedReportingOverflow(by: rowCount).partialValue <= 1 << 28 else {
      throw .tooLarge(rows: rowCount, features: width)
    }
    var values: [Double] = []
    values.reserveCapacity(width * rowCount)
    for row in 0..<rowCount {
      for column in learned { append(row, of: column, to: &values) }
    }
    return values
  }

  private func append(_ row: Int, of learned: Learned, to values: inout [Double]) {
    let isMissing: Bool
    switch learned.column.kind {
    case .number:
      isMissing = learned.numbers[row].isNaN
      values.append(learned.numbers[row])
    case .ordinal:
      isMissing = learned.texts[row] < 0
      values.append(isMissing ? .nan : Double(learned.texts[row]))
    case .oneHot(let texts):
      isMissing = learned.texts[row] < 0
      for place in texts.indices {
        values.append(isMissing ? .nan : (Int(learned.texts[row]) == place ? 1 : 0))
      }
    }
    if learned.column.isFlagged { values.append(isMissing ? 1 : 0) }
  }
}
