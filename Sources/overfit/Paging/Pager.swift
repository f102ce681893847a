/// Shows what is longer than the screen in pages, and waits between them.
///
/// What belongs together is a group, and stands on one page where it fits: a picture is seen whole
/// before the prose behind it takes its place.
struct Pager {
  /// Said between two groups.
  static let between = "-- the return key goes on --"
  /// Said within a group that is longer than the screen.
  static let within = "-- more: space, b back, q ends --"
  /// A terminal that is lower has no pages.
  private static let leastRows = 6

  /// Whether the lines that say which keys there are stand out.
  let isStyled: Bool
  private var columns = 80
  private var rows = 24
  /// The rows of the page so far.
  private var used = 0

  init(isStyled: Bool) {
    self.isStyled = isStyled
  }

  /// Shows groups of lines under each other, and waits wherever one would push another one that was
  /// not read yet off the screen.
  ///
  /// - Parameters:
  ///   - room: The rows of what stands under the last of them.
  ///   - waitsBetween: Whether it waits between groups too, and not only within those that are longer
  ///     than the screen.
  mutating func show(_ groups: [[String]], room: (_ columns: Int) -> Int, waitsBetween: Bool) {
    used = 0
    for (index, group) in groups.enumerated() {
      measure()
      guard rows >= Self.leastRows else {
        send(groups[index...].flatMap(\.self))
        return
      }
      let height = ScreenRows.count(group, columns: columns)
      let under = index == groups.count - 1 ? room(columns) : 1
      if waitsBetween, used > 0, used + height + under > rows {
        switch waitBetween() {
        case .page, .line, .back: break
        // Who has read enough has not read what follows: nothing is lost, and it waits no more.
        case .quit, .all, .text:
          send(groups[index...].flatMap(\.self))
          return
        }
      }
      if height < rows {
        send(group)
        used += height
      } else {
        switch showLong(group, isWhole: waitsBetween) {
        case .text where waitsBetween:
          send(groups[(index + 1)...].flatMap(\.self))
          return
        case .quit where waitsBetween: used = rows
        case .text, .quit: return
        case .page, .line, .back, .all: break
        }
      }
    }
    measure()
    if waitsBetween, used > 1, used + room(columns) > rows { _ = waitBetween() }
  }

  /// Shows a group that is longer than the screen.
  ///
  /// - Parameter isWhole: Whether what is left comes at once for one who types on.
  /// - Returns: The last answer of the reader.
  private mutating func showLong(_ lines: [String], isWhole: Bool) -> KeyWait.Answer {
    var next = 0
    var budget = rows - 1
    while true {
      let end = self.end(of: lines, from: next, rows: budget)
      send(Array(lines[next..<end]))
      used = ScreenRows.count(lines[next..<end], columns: columns)
      next = end
      guard next < lines.count else { return .page }
      let answer = KeyWait.answer(under: styled(Self.within))
      measure()
      budget = rows - 1
      switch answer {
      case .page: break
      case .line: budget = 1
      case .back:
        next = start(of: lines, before: start(of: lines, before: next))
        StandardStream.output.send("\u{1B}[H\u{1B}[2J")
      case .text where !isWhole, .quit: return answer
      case .text, .all:
        send(Array(lines[next...]))
        return answer
      }
    }
  }

  /// The line behind those that fill so many rows from a line on; one line at least.
  private func end(of lines: [String], from start: Int, rows: Int) -> Int {
    var (end, used) = (start, 0)
    while end < lines.count {
      used += ScreenRows.count(lines[end], columns: columns)
      guard used <= rows || end == start else { break }
      end += 1
    }
    return end
  }

  /// The first line of a page that ends before a line.
  private func start(of lines: [String], before end: Int) -> Int {
    var (start, used) = (end, 0)
    while start > 0 {
      used += ScreenRows.count(lines[start - 1], columns: columns)
      guard used < rows else { break }
      start -= 1
    }
    return start
  }

  /// Waits between two groups.
  private mutating func waitBetween() -> KeyWait.Answer {
    defer { used = 0 }
    return KeyWait.answer(under: styled(Self.between), takesLetters: false)
  }

  private mutating func measure() {
    guard let size = Terminal.size(of: .output) else { return }
    columns = max(size.columns, 1)
    rows = size.rows > 0 ? size.rows : 24
  }

  private func send(_ lines: [String]) {
    StandardStream.output.send(lines.map { $0 + "\n" }.joined())
  }

  private func styled(_ line: String) -> String {
    isStyled ? "\u{1B}[2m\(line)\u{1B}[0m" : line
  }
}
