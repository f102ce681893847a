/// The rows of the edited text that stand on the terminal, from the row with the prompt on.
///
/// Where the text has more rows than the screen, a window of it is shown, with the cursor in it. The
/// terminal must know the sequences that all of today's know (ECMA-48): cursor up, down and right,
/// and erasing to the end of a row and of the screen.
struct LineDisplay {
  private typealias Row = TextRows.Row

  private(set) var columns: Int
  private(set) var height: Int
  private var shown: [Row] = []
  /// The row of the text that is the first one shown.
  private var top = 0
  /// The cursor's place, from the first row that is shown.
  private var cursor = (row: 0, column: 0)
  /// What stands in grey behind the text and is no part of it; empty for nothing.
  private(set) var hint = ""

  init(columns: Int = 80, height: Int = 24) {
    (self.columns, self.height) = (columns, height)
  }

  /// The cursor stands at the start of an empty row; nothing of the text is shown yet.
  mutating func begin() {
    shown = []
    top = 0
    cursor = (0, 0)
    hint = ""
  }

  /// Asks for the size of the screen.
  mutating func measure() {
    guard let size = Terminal.size(of: .output) else { return }
    columns = size.columns
    height = size.rows > 0 ? size.rows : 24
  }

  /// How many rows under the one with the cursor are in use.
  var rowsBelow: Int { max(shown.count - 1 - cursor.row, 0) }

  /// Shows a text where another one, or nothing, is shown.
  mutating func show(_ text: TextRows) {
    hideHint()
    StandardStream.output.send(drawing(of: text))
  }

  /// Shows a hint behind the text that is shown, at whose end the cursor stands: as many of its words
  /// as find room in the row.
  mutating func showHint(_ text: String) {
    let room = columns - cursor.column - 1
    var hint = Substring(text)
    while hint.count > room {
      guard let blank = hint.lastIndex(of: " ") else { return }
      hint = hint[..<blank]
    }
    guard hint.contains(where: { $0 != " " }) else { return }
    self.hint = String(hint)
    let back = cursor.column > 0 ? "\u{1B}[\(cursor.column)C" : ""
    StandardStream.output.send("\u{1B}[90m\(hint)\u{1B}[39m\r" + back)
  }

  /// Wipes the hint out.
  mutating func hideHint() {
    if !hint.isEmpty { StandardStream.output.send("\u{1B}[K") }
    hint = ""
  }

  /// What the terminal must be sent so that it shows a text.
  mutating func drawing(of text: TextRows) -> String {
    top = max(min(top, text.cursor.row, text.count - 1), text.cursor.row - height + 1)
    top = min(top, max(text.count - height, 0))
    let rows = (top..<min(top + height, text.count)).map { text[$0] }
    return draw(rows, cursor: (text.cursor.row - top, text.cursor.column))
  }

  /// Leaves the text behind, all of it, with the cursor at the start of the row below.
  mutating func leave(_ text: TextRows) {
    hideHint()
    if text.count > height {
      var output = Output(at: cursor, columns: columns)
      output.move(to: (0, 0))
      output.text += "\u{1B}[J"
      for row in 0..<text.count { output.write(text[row], isFirst: row == 0) }
      StandardStream.output.send(output.text + "\r\n")
      begin()
    } else {
      let drawing = drawing(of: text)
      StandardStream.output.send(drawing + lineEnd)
      begin()
    }
  }

  /// Does the same with a text of plain letters in one row, where nothing is shown yet; false, and nothing
  /// is done, for any other one.
  mutating func leave(plainText text: String) -> Bool {
    guard shown.isEmpty, hint.isEmpty, text.utf8.count < columns,
      text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) })
    else { return false }
    StandardStream.output.send(text + "\r\n")
    begin()
    return true
  }

  /// Puts the cursor at the start of the row below what is shown.
  mutating func leave() {
    hideHint()
    StandardStream.output.send(lineEnd)
    begin()
  }

  /// What takes the cursor to the start of the row below what is shown.
  private var lineEnd: String { String(repeating: "\n", count: rowsBelow) + "\r\n" }

  /// Wipes out what is shown after the size of the screen has changed.
  ///
  /// Some terminals wrap old rows anew and some do not: where that is not known, going up the smaller
  /// number of rows leaves old text behind at worst, and never wipes out what was printed before.
  mutating func wipe(beforeShowing text: TextRows, wrapsAnew: Bool = Terminal.wrapsAnew) {
    let rows = min(
      wrapsAnew ? row(wrappedTo: columns) : min(cursor.row, text.cursor.row), height - 1)
    StandardStream.output.send("\r" + (rows > 0 ? "\u{1B}[\(rows)A" : "") + "\u{1B}[J")
    begin()
  }

  /// The row of the cursor where the terminal has wrapped what is shown to so many columns.
  func row(wrappedTo columns: Int) -> Int {
    var (row, offset) = (0, 0)
    for above in shown.prefix(cursor.row) {
      offset += above.columns
      guard !above.goesOn else { continue }
      row += max(1, (offset + columns - 1) / columns)
      offset = 0
    }
    offset += cursor.column
    // Behind the last letter of a full row it waits there for the next one.
    let isBehindAll =
      shown.indices.contains(cursor.row) && shown[cursor.row].columns <= cursor.column
    return row + (isBehindAll ? max(offset - 1, 0) : offset) / columns
  }

  private mutating func draw(_ rows: [Row], cursor target: (row: Int, column: Int)) -> String {
    var output = Output(at: cursor, columns: columns)
    for (index, row) in rows.enumerated() {
      let old = index < shown.count ? shown[index] : nil
      if old?.scalars == row.scalars {
        if output.isAtEnd(ofRowAbove: index) { output.touch(row) }
        continue
      }
      let kept = output.isAtEnd(ofRowAbove: index) ? 0 : LineDisplay.common(old, row)
      if old == nil, index > 0, !output.isAtEnd(ofRowAbove: index) {
        output.move(to: (index - 1, 0))
        output.newRow()
      }
      output.write(row, from: kept, in: index)
      if let old, old.columns > row.columns { output.text += "\u{1B}[K" }
    }
    if shown.count > rows.count {
      output.move(to: (rows.count, 0))
      output.text += "\u{1B}[J"
    }
    output.move(to: target)
    (shown, cursor) = (rows, target)
    return output.text
  }

  /// How many scalars of the row stand there already; marks stay with what they are put on.
  private static func common(_ old: Row?, _ row: Row) -> Int {
    guard let old else { return 0 }
    var count = zip(old.scalars, row.scalars).prefix { $0 == $1 }.count
    while count > 0, [old, row].contains(where: { Output.isMark($0.scalars, at: count) }) {
      count -= 1
    }
    return count
  }
}
