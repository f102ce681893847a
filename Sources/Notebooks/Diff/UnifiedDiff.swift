import TerminalText

/// The difference of two texts as `diff -u` and version control systems write it.
///
/// ```
/// --- lessons/01-circles.md (expected)
/// +++ lessons/01-circles.md (actual)
/// @@ -12,3 +12,3 @@
///  > data circles points=400
/// -circles · 400 points
/// +circles · 400 points · 2 features
///  > network
/// ```
///
/// The number of changed lines is the smallest possible. A change shows its deleted
/// lines first, between at most three lines that are the same on both sides.
package enum UnifiedDiff {
  /// The difference of two texts; empty when they are the same bytes.
  ///
  /// Control characters are shown as `\u{1B}`, since a difference is read at a terminal. A line
  /// ending of CRLF is shown only if not all lines have it.
  /// - Parameters:
  ///   - expected: The text on the `-` side.
  ///   - actual: The text on the `+` side.
  ///   - file: The name in the two header lines.
  ///   - firstLine: The number in `file` of the first line of both texts.
  /// - Complexity: O((N + M) D) for N and M lines of which D are changed. Lines that only one side
  ///   has cost nothing.
  package static func text(
    expected: String, actual: String, file: String, firstLine: Int = 1
  ) -> String {
    if expected.hasSameBytes(as: actual) { return "" }
    let old = TextLine.lines(of: expected)
    let new = TextLine.lines(of: actual)
    let edits = Self.edits(old, new)
    let showsReturns = !(old + new).allSatisfy { $0.ending.isEmpty || $0.ending == "\r\n" }
    let name = file.cleaned(.quoted)
    var text = "--- \(name) (expected)\n+++ \(name) (actual)\n"
    for hunk in Hunk.hunks(of: edits, context: 3) {
      text += hunk.header(firstLine: firstLine)
      for edit in edits[hunk.edits] {
        let line = edit.mark == "+" ? new[edit.newIndex] : old[edit.oldIndex]
        text += edit.mark + line.text.cleaned(.spelled)
        if showsReturns, line.ending.utf8.contains(UInt8(ascii: "\r")) { text += "\\u{D}" }
        text += line.ending.isEmpty ? "\n\\ No newline at end of file\n" : "\n"
      }
    }
    return text
  }

  /// All lines of both sides: kept (" "), deleted ("-") and inserted ("+").
  private static func edits(_ old: [TextLine], _ new: [TextLine]) -> [DiffLine] {
    let (keptOld, keptNew) = kept(old, new)
    var edits: [DiffLine] = []
    var (x, y) = (0, 0)
    while x < old.count || y < new.count {
      if x < old.count, !keptOld[x] {
        edits.append(DiffLine(mark: "-", oldIndex: x, newIndex: y))
        x += 1
      } else if y < new.count, !keptNew[y] {
        edits.append(DiffLine(mark: "+", oldIndex: x, newIndex: y))
        y += 1
      } else {
        edits.append(DiffLine(mark: " ", oldIndex: x, newIndex: y))
        x += 1
        y += 1
      }
    }
    return edits
  }

  /// Which lines stay. Lines that the other side does not have can't, and are not searched.
  private static func kept(_ old: [TextLine], _ new: [TextLine]) -> ([Bool], [Bool]) {
    var numbers: [[UInt8]: Int] = [:]
    func numbered(_ lines: [TextLine]) -> [Int] {
      lines.map { line in
        let key = Array(line.text.utf8) + Array(line.ending.utf8)
        let next = numbers.count
        let number = numbers[key] ?? next
        if number == next { numbers[key] = next }
        return number
      }
    }
    let (oldNumbers, newNumbers) = (numbered(old), numbered(new))
    var isOld = Array(repeating: false, count: numbers.count)
    var isNew = isOld
    for number in oldNumbers { isOld[number] = true }
    for number in newNumbers { isNew[number] = true }
    let oldShared = oldNumbers.indices.filter { isNew[oldNumbers[$0]] }
    let newShared = newNumbers.indices.filter { isOld[newNumbers[$0]] }
    let matching = LineMatching(oldShared.map { oldNumbers[$0] }, newShared.map { newNumbers[$0] })
    var keptOld = Array(repeating: false, count: old.count)
    var keptNew = Array(repeating: false, count: new.count)
    for (index, kept) in zip(oldShared, matching.keptOld) { keptOld[index] = kept }
    for (index, kept) in zip(newShared, matching.keptNew) { keptNew[index] = kept }
    return (keptOld, keptNew)
  }
}
