import Language
import Testing

@Suite("Columns on a terminal")
struct DisplayWidthTests {
  @Test(
    "are counted by character",
    arguments: [
      ("", 0), ("abc", 3), ("größe", 5), ("日本語", 6), ("e\u{301}", 1), ("한국", 4), ("ｆｕｌｌ", 8),
      ("·", 1), ("█", 1), ("\u{1F600}", 2), ("a\u{200D}b", 2), ("\u{AD}", 0), ("α", 1),
    ])
  func columns(_ text: String, _ expected: Int) {
    #expect(DisplayWidth.columns(of: text) == expected)
  }

  @Test("hold a question mark for each control character")
  func cleaned() {
    #expect(DisplayWidth.cleaned("a\u{1B}[0m\u{7F}\u{9B}\n\r\t\u{202E}é") == "a?[0m??????é")
    #expect(DisplayWidth.cleaned("größe 日本 ·") == "größe 日本 ·")
  }
}
