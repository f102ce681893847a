/// A place of one column in a picture.
struct Cell: Equatable {
  /// Nil behind a character that takes two columns.
  var character: Character?
  /// Its colour on a terminal that has some; what it tells, the character tells too.
  var ink: Ink?

  static let blank = Cell(character: " ", ink: nil)

  init(_ character: Character, ink: Ink?) {
    self.character = character
    self.ink = character == " " ? nil : ink
  }

  /// - Parameter series: The index of the series or class that it belongs to.
  init(_ character: Character, series: Int? = nil) {
    self.init(character, ink: series.map { .series($0) })
  }

  private init(character: Character?, ink: Ink?) {
    self.character = character
    self.ink = ink
  }

  static let continuation = Cell(character: nil, ink: nil)
}

/// A line of a picture.
struct StyledLine: Equatable {
  var cells: [Cell] = []

  init() {}

  init(_ text: String, series: Int? = nil) { append(text, series: series) }

  var width: Int { cells.count }

  mutating func append(_ text: String, series: Int? = nil) {
    for character in text {
      cells.append(Cell(character, series: series))
      if DisplayText.width(of: character) == 2 { cells.append(.continuation) }
    }
  }

  mutating func append(_ line: StyledLine) { cells += line.cells }

  /// Fills up with blanks.
  mutating func pad(to width: Int) {
    if cells.count < width {
      cells += [Cell](repeating: .blank, count: width - cells.count)
    }
  }

  /// Cuts off what is too long.
  mutating func cut(to width: Int) {
    guard cells.count > max(width, 0) else { return }
    let splitsCharacter = cells[max(width, 0)].character == nil
    cells.removeSubrange(max(width, 0)...)
    if splitsCharacter, !cells.isEmpty { cells[cells.count - 1] = .blank }
  }

  /// Writes a text over the blanks of the line, starting at a column; nothing if it does not fit.
  @discardableResult
  mutating func place(_ text: String, at column: Int) -> Bool {
    let piece = StyledLine(text)
    let end = column + piece.width
    guard column >= 0, end <= width, cells[column..<end].allSatisfy({ $0 == .blank }) else {
      return false
    }
    cells.replaceSubrange(column..<end, with: piece.cells)
    return true
  }

  mutating func trimTrailingBlanks() {
    while cells.last == .blank { cells.removeLast() }
  }

  /// The characters of the line, with or without its colours.
  func text(colors: Colors) -> String {
    var text = ""
    var current: String?
    for cell in cells {
      guard let character = cell.character else { continue }
      if colors != .none, character != " " {
        let escape = cell.ink.flatMap { colors.escape(for: $0) }
        if escape != current {
          text += escape ?? Colors.reset
          current = escape
        }
      }
      text.append(character)
    }
    return current == nil ? text : text + Colors.reset
  }
}
