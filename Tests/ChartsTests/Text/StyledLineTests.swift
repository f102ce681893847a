import Testing

@testable import Charts

@Suite("Lines of a picture")
struct StyledLineTests {
  @Test(
    "are as wide as their characters on a terminal",
    arguments: [
      ("abc", 3), ("日本", 4), ("👨\u{200D}👩\u{200D}👧", 2), ("กำ", 2), ("e\u{301}", 1), ("\u{301}", 0),
    ])
  func width(_ text: String, _ expected: Int) {
    #expect(StyledLine(text).width == expected)
    #expect(expected == 0 || StyledLine(text).text(colors: .none) == text)
  }

  @Test("put a mark that begins a text on the character before it")
  func marks() {
    var line = StyledLine("e日")
    line.append("\u{301}x")
    #expect(line.text(colors: .none) == "e日\u{301}x")
    #expect(line.width == 4)
    line.append("\u{1161}")
    #expect(line.width == 4)
  }

  @Test("have blanks where a wide character would be cut")
  func cut() {
    var line = StyledLine("a日b")
    line.cut(to: 2)
    #expect(line.text(colors: .none) == "a ")
    var marks = StyledLine("aกำb")
    marks.cut(to: 2)
    #expect(marks.text(colors: .none) == "a ")
    marks.cut(to: -1)
    #expect(marks.width == 0)
  }
}
