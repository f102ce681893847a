/// What a terminal shows: enough of xterm for what the program and its line editor send.
struct Screen: CustomStringConvertible {
  private(set) var columns: Int
  private let height: Int
  private var cells: [[Character]]
  private(set) var row = 0
  private(set) var column = 0
  /// The rows that went out at the top.
  private var scrolled = 0
  /// A character stands in the last column; the next one begins a new row.
  private var mustWrap = false
  private var inserts = false
  /// What is grey is a hint: the cursor passes over it, and it is no part of the lines.
  private var isGrey = false
  /// What was written in grey last.
  private(set) var hint = ""
  private var sequence: [Character]?
  /// What stands on the other screen, while a view has this one.
  private var other: Other?

  private struct Other {
    let cells: [[Character]]
    let row: Int
    let column: Int
    let scrolled: Int
  }

  /// Whether a view has the screen.
  var isAlternate: Bool { other != nil }

  init(columns: Int, rows: Int) {
    self.columns = columns
    height = rows
    cells = Array(repeating: Array(repeating: " ", count: columns), count: rows)
  }

  /// The rows without trailing blanks.
  var lines: [String] {
    cells.map(Self.line)
  }

  private static func line(_ row: [Character]) -> String {
    String(row.prefix((row.lastIndex { $0 != " " } ?? -1) + 1))
  }

  var description: String {
    var lines = lines
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n")
  }

  /// The cursor's row, counted from the first that there ever was.
  var place: Int { scrolled + row }

  /// Whether the cursor is in the last row.
  var isAtEnd: Bool { row == height - 1 }

  /// The row with the cursor.
  var currentLine: String { Self.line(cells[row]) }

  /// Whether a page waits for the one who reads it.
  var isWaiting: Bool { currentLine == "-- the return key goes on --" || isCut }

  /// Whether it waits within what is longer than the screen.
  var isCut: Bool { currentLine == "-- more: space, b back, q ends --" }

  /// The first row that is still on the screen, counted from the first that there ever was.
  var firstPlace: Int { scrolled }

  /// Whether the row with the cursor is a prompt at which nothing is typed.
  var isAtPrompt: Bool {
    currentLine.hasPrefix("[") && currentLine.hasSuffix("]")
      && currentLine.dropFirst().dropLast().allSatisfy(\.isNumber)
  }

  /// Rows keep what they hold, as on a terminal that does not wrap anew.
  mutating func resize(columns: Int) {
    self.columns = columns
    cells = cells.map { row in
      Array(row.prefix(columns)) + Array(repeating: " ", count: max(columns - row.count, 0))
    }
    column = min(column, columns - 1)
    mustWrap = false
  }

  mutating func show(_ text: String) {
    for character in text.unicodeScalars.map(Character.init) {
      if sequence != nil { continueSequence(character) } else { show(character) }
    }
  }

  private mutating func show(_ character: Character) {
    switch character {
    case "\u{1B}": sequence = []
    case "\r": move(toColumn: 0)
    case "\n": lineFeed()
    case "\u{8}": move(toColumn: column - 1)
    case "\u{7}": break
    case "\t": move(toColumn: (column / 8 + 1) * 8)
    default: put(character)
    }
  }

  private mutating func put(_ character: Character) {
    if mustWrap {
      lineFeed()
      move(toColumn: 0)
    }
    if isGrey {
      hint.append(character)
    } else if inserts {
      cells[row].insert(character, at: column)
      cells[row].removeLast()
    } else {
      cells[row][column] = character
    }
    if column == columns - 1 { mustWrap = true } else { column += 1 }
  }

  private mutating func move(toColumn target: Int) {
    column = min(max(target, 0), columns - 1)
    mustWrap = false
  }

  private mutating func lineFeed() {
    mustWrap = false
    if row == height - 1 {
      scrolled += 1
      cells.removeFirst()
      cells.append(Array(repeating: " ", count: columns))
    } else {
      row += 1
    }
  }

  private mutating func continueSequence(_ character: Character) {
    sequence?.append(character)
    guard let sequence, let first = sequence.first else { return }
    if first == "[" {
      guard sequence.count > 1, ("@"..."~").contains(character) else { return }
      if sequence.dropFirst().dropLast() == Array("?1049")[...] {
        exchange(toView: character == "h")
      }
      let numbers = String(sequence.dropFirst().dropLast()).split(separator: ";").map { Int($0) }
      control(character, numbers.first.flatMap(\.self))
    } else if "()".contains(first), sequence.count < 2 {
      return
    }
    self.sequence = nil
  }

  /// Gives the screen to a view, or back with all that stood there.
  private mutating func exchange(toView: Bool) {
    if toView {
      guard other == nil else { return }
      other = Other(cells: cells, row: row, column: column, scrolled: scrolled)
      cells = Array(repeating: Array(repeating: " ", count: columns), count: height)
      (row, column, scrolled) = (0, 0, 0)
    } else if let other {
      (cells, row, column, scrolled) = (other.cells, other.row, other.column, other.scrolled)
      self.other = nil
      resize(columns: columns)
    }
  }

  private mutating func control(_ command: Character, _ number: Int?) {
    let count = max(number ?? 1, 1)
    switch command {
    case "A": row = max(row - count, 0)
    case "B": row = min(row + count, height - 1)
    case "C": move(toColumn: column + count)
    case "D": move(toColumn: column - count)
    case "G": move(toColumn: count - 1)
    case "H":
      row = min(count - 1, height - 1)
      move(toColumn: 0)
    case "J":
      erase(row, from: column)
      for below in cells.indices where below > row { erase(below, from: 0) }
    case "K":
      erase(row, from: column)
      hint = ""
    case "m" where number == 90: (isGrey, hint) = (true, "")
    case "m": isGrey = false
    case "P":
      cells[row].removeSubrange(column..<min(column + count, columns))
      cells[row] += Array(repeating: " ", count: columns - cells[row].count)
    case "@":
      cells[row].insert(contentsOf: Array(repeating: " ", count: count), at: column)
      cells[row] = Array(cells[row].prefix(columns))
    case "h" where number == 4: inserts = true
    case "l" where number == 4: inserts = false
    default: break
    }
  }

  private mutating func erase(_ row: Int, from start: Int) {
    for column in start..<columns { cells[row][column] = " " }
  }
}
