import TerminalText

/// The line of a source at which a range begins, as a terminal shows it behind a prompt.
struct SourceLine {
  /// A character as it is shown, and its first column on the terminal.
  struct Cell {
    var text: String
    var column: Int
    var columns: Int
  }

  /// What is shown, character by character.
  let cells: [Cell]
  /// The column behind the last character.
  let end: Int
  /// The columns under which carets stand, at least one.
  let carets: Range<Int>
  /// Whether the source has other lines.
  let isOneOfSeveral: Bool

  /// The line as it is shown: tabs are spaces, control characters `?`.
  var text: String { cells.map(\.text).joined() }

  /// The line that holds the first byte of a range; what lies outside of the source is clipped.
  init(of range: SourceRange, in source: String, indent: Int) {
    let bytes = Array(source.utf8)
    let lines = SourceLine.bounds(of: bytes)
    let fault = min(max(0, range.lowerBound), bytes.count)
    let line = lines.last { $0.lowerBound <= fault } ?? 0..<bytes.count
    var cells: [Cell] = []
    var column = indent
    var caretStart: Int?
    var caretEnd = indent
    var offset = line.lowerBound
    for character in String(decoding: bytes[line], as: UTF8.self) {
      let cell = Cell(character, column: column)
      let length = character.utf8.count
      if fault < offset + length, caretStart == nil { caretStart = column }
      column += cell.columns
      if range.upperBound > offset { caretEnd = column }
      cells.append(cell)
      offset += length
    }
    let start = caretStart ?? column
    self.cells = cells
    end = column
    carets = start..<max(start + 1, caretEnd)
    isOneOfSeveral = lines.count > 1
  }

  /// The lines of a text without their ends; an end of line at the end of the text begins none.
  private static func bounds(of bytes: [UInt8]) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    for (offset, byte) in bytes.enumerated() where byte == 0x0A {
      let hasReturn = offset > start && bytes[offset - 1] == 0x0D
      lines.append(start..<(hasReturn ? offset - 1 : offset))
      start = offset + 1
    }
    if start < bytes.count || lines.isEmpty { lines.append(start..<bytes.count) }
    return lines
  }
}

extension SourceLine.Cell {
  /// A character at a column; a tab reaches to the next multiple of 8.
  fileprivate init(_ character: Character, column: Int) {
    if character == "\t" {
      let columns = 8 - column % 8
      self.init(text: String(repeating: " ", count: columns), column: column, columns: columns)
    } else {
      let text = String(character).cleaned(.message)
      self.init(text: text, column: column, columns: text.columns)
    }
  }
}
