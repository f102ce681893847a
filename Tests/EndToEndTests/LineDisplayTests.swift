import SeededRandom
import Testing

@testable import overfit

/// What the editor draws, on a terminal of the tests.
@Suite("Drawn text")
struct LineDisplayTests {
  init() { LineEditor.chooseLocale() }

  private func rows(_ text: String, cursor: Int, columns: Int) -> TextRows {
    TextRows(Array(text.unicodeScalars), cursor: cursor, columns: columns)
  }

  private func lines(_ text: String, columns: Int) -> [String] {
    let rows = rows(text, cursor: 0, columns: columns)
    return (0..<rows.count).map { row in
      var line = ""
      line.unicodeScalars.append(contentsOf: rows[row].scalars)
      return line
    }
  }

  @Test("wraps at the last column, before wide characters that find no room, and at lines' ends")
  func wrapping() {
    #expect(lines("abcdefg\nhi", columns: 3) == ["abc", "def", "g", "hi"])
    #expect(lines("ab漢字", columns: 3) == ["ab ", "漢 ", "字"])
    #expect(lines("a\tb", columns: 20) == ["a       b"])
    #expect(lines("漢", columns: 1) == ["?"])
    #expect(lines("", columns: 5) == [""])
  }

  @Test("spells out what a terminal would obey")
  func spelling() {
    #expect(lines("a\u{1}\u{7F}b", columns: 80) == ["a^A^?b"])
    #expect(lines("\u{202E}x\u{FEFF}", columns: 80) == ["\\U+202Ex\\U+FEFF"])
    #expect(lines("\u{9B}\u{E0041}", columns: 80) == ["\\U+009B\\U+E0041"])
    #expect(lines("e\u{301}", columns: 80) == ["e\u{301}"])
  }

  @Test("has the cursor where the next character goes")
  func cursor() {
    let atEnd = rows("abcdef", cursor: 6, columns: 3)
    #expect(atEnd.cursor == (2, 0) && atEnd.count == 3)
    let within = rows("abcdef", cursor: 3, columns: 3)
    #expect(within.cursor == (1, 0) && within.count == 2)
    #expect(rows("ab\ncd", cursor: 2, columns: 3).cursor == (0, 2))
    #expect(rows("ab漢", cursor: 2, columns: 3).cursor == (1, 0))
  }

  @Test(
    "is the same on the screen, however it came to be, as drawn at once",
    arguments: [(80, 24), (20, 6), (7, 3), (33, 1), (2, 2), (1, 1), (5, 40)])
  func sameScreen(columns: Int, height: Int) {
    var random = SeededGenerator(seed: UInt64(columns * 100 + height))
    for _ in 0..<15 {
      var screen = Screen(columns: columns, rows: height)
      var display = LineDisplay(columns: columns, height: height)
      screen.show("above\r\n")
      var text: [Unicode.Scalar] = []
      for _ in 0..<30 {
        change(&text, &random)
        let rows = TextRows(text, cursor: random.below(text.count + 1), columns: columns)
        screen.show(display.drawing(of: rows))

        var fresh = LineDisplay(columns: columns, height: height)
        var other = Screen(columns: columns, rows: height)
        other.show(fresh.drawing(of: rows))
        // The window may be another one where the text is taller; then the cursor's row tells.
        if rows.count <= height {
          let top = screen.row - rows.cursor.row
          #expect(screen.lines[top...].elementsEqual(other.lines.dropLast(top)), "\(text)")
        }
        #expect(screen.currentLine == other.currentLine, "\(text)")
        #expect(screen.column == other.column, "\(text)")
      }
    }
  }

  @Test(
    "is found again where the terminal has wrapped it anew",
    arguments: [(20, 13), (13, 40), (9, 8)])
  func wrappedAnew(columns: Int, newColumns: Int) {
    let text = Array("print 1 + 1 + 1 + 1\nprint abcdefghijklm\n\nend".unicodeScalars)
    for cursor in 0...text.count {
      var display = LineDisplay(columns: columns, height: 24)
      _ = display.drawing(of: TextRows(text, cursor: cursor, columns: columns))
      let new = TextRows(text, cursor: cursor, columns: newColumns)
      #expect(display.row(wrappedTo: newColumns) == new.cursor.row, "\(cursor)")
    }
    // Behind a last row that is full, the terminal has no next one yet.
    var display = LineDisplay(columns: 20, height: 24)
    _ = display.drawing(of: rows("abcdefghij", cursor: 10, columns: 20))
    #expect([1, 4, 5, 9, 10, 20].map { display.row(wrappedTo: $0) } == [9, 2, 1, 1, 0, 0])
  }

  /// Takes a part out, and puts another one in.
  private func change(_ text: inout [Unicode.Scalar], _ random: inout SeededGenerator) {
    let start = random.below(text.count + 1)
    let end = min(start + random.below(8), text.count)
    let pieces = ["", "a", "word ", "\n", "\t", "0123456789", "ä", "\u{1}", "  ", "x\ny\n"]
    text.replaceSubrange(start..<end, with: random.pick(pieces).unicodeScalars)
    if random.oneIn(10) { text.removeSubrange(0..<text.count / 2) }
  }
}
