internal import CEditline

extension LineDisplay {
  /// What is sent to the terminal, and where the cursor is then.
  struct Output {
    var text = ""
    private let columns: Int
    /// The column is the number of columns behind the last character of a full row: there the
    /// terminal waits for one more before it goes to the next row.
    private var place: (row: Int, column: Int)

    init(at place: (row: Int, column: Int), columns: Int) {
      self.place = place
      self.columns = columns
    }

    /// Whether the next character goes by itself to the start of the row.
    func isAtEnd(ofRowAbove row: Int) -> Bool { place == (row - 1, columns) }

    mutating func move(to target: (row: Int, column: Int)) {
      guard place != target else { return }
      if place.row > target.row { text += "\u{1B}[\(place.row - target.row)A" }
      if place.row < target.row { text += "\u{1B}[\(target.row - place.row)B" }
      if place.column != target.column {
        text += "\r"
        if target.column > 0 { text += "\u{1B}[\(target.column)C" }
      }
      place = target
    }

    /// Goes to the start of the next row, which may be a new one.
    mutating func newRow() {
      text += "\r\n"
      place = (place.row + 1, 0)
    }

    /// Writes a row below the last one that was written.
    mutating func write(_ row: TextRows.Row, isFirst: Bool) {
      if !isFirst, place.column != columns { newRow() }
      write(row, from: 0, in: isFirst ? 0 : place.column == columns ? place.row + 1 : place.row)
    }

    /// Writes what of the row is behind the first scalars, which stand there.
    mutating func write(_ row: TextRows.Row, from kept: Int, in index: Int) {
      if isAtEnd(ofRowAbove: index) {
        place = (index, 0)
        // Nothing else would take the cursor there.
        if row.scalars.isEmpty { text += " \r" }
      } else {
        move(to: (index, Output.columns(row.scalars[..<kept])))
      }
      text.unicodeScalars.append(contentsOf: row.scalars[kept...])
      place.column = row.columns
    }

    /// Writes the first character of a row that stands there already, so that the row above goes on
    /// in it for the terminal too.
    mutating func touch(_ row: TextRows.Row) {
      place = (place.row + 1, 0)
      guard let first = row.scalars.first else {
        text += " \r"
        return
      }
      let marks = row.scalars.dropFirst().prefix { Output.columns([$0]) == 0 }
      text.unicodeScalars.append(first)
      text.unicodeScalars.append(contentsOf: marks)
      place.column = Output.columns([first])
    }

    static func columns(_ scalars: ArraySlice<Unicode.Scalar>) -> Int {
      scalars.reduce(0) { $0 + max(Int(wcwidth(wchar_t($1.value))), 0) }
    }

    static func isMark(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
      index < scalars.count && columns([scalars[index]]) == 0
    }
  }
}
