/// The piece of a long line around the text at fault, with `...` where the line goes on.
struct Excerpt {
  /// The piece behind its indent.
  let text: String
  /// The columns under which carets stand.
  let carets: Range<Int>

  /// The piece that fits a width; the fault begins in its first half.
  init(of line: SourceLine, indent: Int, width: Int) {
    let room = width - indent - 6
    let first = line.cells.first?.column ?? 0
    let start = max(first, min(line.carets.lowerBound - room / 2, line.end - room))
    let cells = line.cells.filter { $0.column >= start && $0.column + $0.columns <= start + room }
    let left = cells.first?.column ?? start
    let right = cells.last.map { $0.column + $0.columns } ?? left
    let before = left > first ? "..." : ""
    let after = right < line.end ? "..." : ""
    let shift = indent + before.utf8.count - left
    text =
      String(repeating: " ", count: indent) + before + cells.map(\.text).joined() + after
    let caretStart = min(max(line.carets.lowerBound, left), right)
    let caretEnd = max(caretStart + 1, min(line.carets.upperBound, right))
    carets = (caretStart + shift)..<(caretEnd + shift)
  }
}
