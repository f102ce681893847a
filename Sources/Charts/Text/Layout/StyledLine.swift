import TerminalText

/// A place of one column in a picture.
struct Cell: Equatable {
  /// Nil behind a character that takes more than one column.
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
      let columns = character.columns
      if columns == 0 {
        mark(with: character)
      } else {
        cells.append(Cell(character, series: series))
        if columns > 1 { cells += repeatElement(.continuation, count: columns - 1) }
      }
    }
  }

  mutating func append(_ line: StyledLine) { cells += line.cells }

  /// Fills up with blanks.
  mutating func pad(to width: Int) {
    if cells.count < width {
      cells += [Cell](repeating: .blank, count: width - cells.count)
    }
  }

  /// Cuts off what is too long; blanks stand where a wide character would be split.
  mutating func cut(to width: Int) {
    let width = max(width, 0)
    guard cells.count > width else { return }
    var end = width
    while end > 0, cells[end].character == nil { end -= 1 }
    cells.removeSubrange(end...)
    pad(to: width)
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

  /// Puts a mark without a column of its own, with which a text began, on the character before it;
  /// it is left out where there is none, and where the two don't make one character.
  private mutating func mark(with mark: Character) {
    guard let place = cells.lastIndex(where: { $0.character != nil }),
      let character = cells[place].character
    else { return }
    let marked = String(character) + String(mark)
    if marked.count == 1 { cells[place].character = Character(marked) }
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
