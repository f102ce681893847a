/// What a cell of a table holds, before its column's kind is known.
enum CellReading {
  /// A mark of a missing value, or nothing.
  case missing
  /// A number.
  case number(CellNumber)
  /// What looks like a number and is none: `1,80,000`.
  case broken
  /// Any other text.
  case text
}

extension CSVReader {
  /// What a cell holds.
  func reading(of cell: CSVCell) -> CellReading {
    if let value = number(of: cell) {
      guard holds(UInt8(ascii: "."), cell) else {
        return .number(CellNumber(plain: value, grouped: value))
      }
      let grouped = isGroupedByPoints(cell) ? CellNumber(text: text(of: cell))?.comma : nil
      return .number(CellNumber(plain: value, grouped: grouped))
    }
    if isMissing(cell) { return .missing }
    let text = text(of: cell)
    if let number = CellNumber(text: text) { return .number(number) }
    return CellNumber.isBroken(text) ? .broken : .text
  }

  /// The number that a cell holds with one decimal mark.
  func number(of cell: CSVCell, _ decimal: DecimalMark) -> (value: Double, unit: String?)? {
    if decimal == .point || !holds(UInt8(ascii: "."), cell), let value = number(of: cell) {
      return (value, nil)
    }
    guard let number = CellNumber(text: text(of: cell)), let value = number.value(decimal) else {
      return nil
    }
    return (value, number.unit)
  }
}
