import TerminalText
import Testing

@Suite("Columns on a terminal")
struct ColumnTests {
  @Test(
    "are counted by what is drawn",
    arguments: [
      ("", 0), ("abc", 3), ("größe", 5), ("日本語", 6), ("e\u{301}", 1), ("한국", 4), ("ｆｕｌｌ", 8),
      ("·", 1), ("−", 1), ("█", 1), ("α", 1), ("م", 1), ("ｱ", 1), ("𠀀", 2), ("🙂", 2),
      ("\u{1100}\u{1161}\u{11A8}", 2), ("\u{1161}", 0), ("\u{301}", 0), ("\u{200B}", 0),
      ("\u{AD}", 0), ("a\u{200D}b", 2),
    ])
  func columns(_ text: String, _ expected: Int) {
    #expect(text.columns == expected)
  }

  /// By `wcswidth` of the Python package wcwidth 0.9.4, but for ☝🏽 and ❤ U+200D 🔥, which it draws
  /// on one column; emoji sequences are wide by Unicode Standard Annex 11.
  @Test(
    "are those of the picture where several scalars make one",
    arguments: [
      ("👩\u{200D}🔬", 2), ("👨\u{200D}👩\u{200D}👧", 2), ("🇩🇪", 2), ("🇩", 2), ("🇩🇪🇫", 4),
      ("❤", 1), ("❤\u{FE0F}", 2), ("❤\u{FE0F}\u{200D}🔥", 2), ("❤\u{200D}🔥", 2), ("👍🏽", 2),
      ("☝🏽", 2), ("🏽", 2), ("a🏽", 3), ("1\u{FE0F}\u{20E3}", 2), ("1\u{20E3}", 1), ("a\u{FE0F}", 1),
      ("★\u{FE0F}", 1), ("कि", 2), ("क्ष", 2), ("กำ", 2), ("\u{1100}\u{1100}", 4),
    ])
  func pictures(_ text: String, _ expected: Int) {
    #expect(text.columns == expected)
  }

  @Test("are not made fewer by the selector of text presentation")
  func textPresentation() {
    #expect("⌚\u{FE0E}".columns == 2)
    #expect("❤\u{FE0E}".columns == 1)
  }

  @Test("are one for each control character, as for the sign that stands for it")
  func controls() {
    #expect("\t".columns == 1)
    #expect("\r\n".columns == 2)
    #expect("\u{1B}[0m".columns == 4)
    #expect("\u{9B}".columns == 1)
    #expect("é\r\n".columns == 3)
  }
}
