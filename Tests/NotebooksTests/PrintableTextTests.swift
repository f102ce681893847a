import Testing

@testable import Notebooks

@Suite("Printable text")
struct PrintableTextTests {
  @Test(
    "what a terminal obeys is taken out",
    arguments: [
      ("plain", "plain"), ("\u{1B}[31mred\u{1B}[0m", "[31mred[0m"), ("a\u{9B}2Jb", "a2Jb"),
      ("a\u{7}\u{8}b\u{7F}", "ab"), ("\u{202E}abc\u{202C}", "abc"), ("\u{2066}a\u{2069}", "a"),
      ("a\nb\r\nc\rd\u{85}e\u{2028}f\u{2029}", "a b c d e f "), ("\u{FEFF}a\u{AD}b", "ab"),
      ("👩\u{200D}🔬", "👩\u{200D}🔬"), ("می\u{200C}خواهم", "می\u{200C}خواهم"),
      ("é · 東京", "é · 東京"), ("e\u{301}", "e\u{301}"),
    ])
  func removal(text: String, shown: String) {
    #expect(PrintableText.of(text).hasSameBytes(as: shown))
  }

  @Test("a tab goes to the next multiple of four columns")
  func tabs() {
    #expect(PrintableText.of("\ta\tbcd\tefgh\t東\t|") == "    a   bcd efgh    東  |")
  }

  @Test("spelled out, nothing is hidden")
  func escaped() {
    #expect(
      PrintableText.escaped("a\t\u{1B}\u{202E}é\u{2028}\n") == "a\t\\u{1B}\\u{202E}é\\u{2028}\\u{A}"
    )
  }

  @Test(
    "a character takes the columns that a terminal gives it",
    arguments: [
      ("a", 1), ("é", 1), ("e\u{301}", 1), ("東", 2), ("가", 2), ("\u{1100}\u{1161}", 2), ("ｱ", 1),
      ("Ａ", 2),
      ("🙂", 2), ("👩\u{200D}🔬", 2), ("🇩🇪", 2), ("❤\u{FE0F}", 2), ("❤", 1), ("█", 1), ("·", 1),
      ("−", 1),
      ("𠀀", 2), ("م", 1), ("\u{200B}", 0),
    ])
  func widths(text: String, width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }
}
