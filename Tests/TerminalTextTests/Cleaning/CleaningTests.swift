import TerminalText
import Testing

@Suite("Cleaned text")
struct CleaningTests {
  @Test(
    "of prose leaves out what a terminal obeys",
    arguments: [
      ("plain", "plain"), ("\u{1B}[31mred\u{1B}[0m", "[31mred[0m"), ("a\u{9B}2Jb", "a2Jb"),
      ("a\u{7}\u{8}b\u{7F}", "ab"), ("\u{202E}abc\u{202C}", "abc"), ("\u{2066}a\u{2069}", "a"),
      ("a\nb\r\nc\rd\u{85}e\u{2028}f\u{2029}", "a b c d e f "), ("\u{FEFF}a\u{AD}b", "ab"),
      ("👩\u{200D}🔬", "👩\u{200D}🔬"), ("می\u{200C}خواهم", "می\u{200C}خواهم"),
      ("é · 東京", "é · 東京"), ("e\u{301}", "e\u{301}"), ("a\u{E0041}\u{FFF9}\u{FFFE}b", "ab"),
    ])
  func prose(_ text: String, _ shown: String) {
    #expect(text.cleaned(.prose).utf8.elementsEqual(shown.utf8))
  }

  @Test("of prose has tabs to the next multiple of four columns")
  func tabs() {
    #expect("\ta\tbcd\tefgh\t東\t|".cleaned(.prose) == "    a   bcd efgh    東  |")
    #expect("👨\u{200D}👩\u{200D}👧\t|".cleaned(.prose) == "👨\u{200D}👩\u{200D}👧  |")
  }

  @Test("of labels has a space for a tab and a line's end")
  func labels() {
    #expect("a\u{1B}[2Jb\r\nc\td\u{200E}\re".cleaned(.label) == "a[2Jb c d e")
    #expect("a\u{1B}\r\n\tb\u{B}c".cleanedLines(.label) == ["a", " b", "c"])
    #expect("".cleanedLines(.label) == [""])
  }

  @Test("of messages holds a question mark for each character that a terminal obeys")
  func messages() {
    #expect("a\u{1B}[0m\u{7F}\u{9B}\n\r\t\u{202E}é".cleaned(.message) == "a?[0m??????é")
    #expect("größe 日本 ·".cleaned(.message) == "größe 日本 ·")
  }

  @Test("of several lines keeps tabs and lines apart")
  func texts() {
    #expect("a\tb\n\u{1B}c\r\n\u{2028}\u{200E}".cleaned(.text) == "a\tb\n?c?\n??")
  }

  @Test("of names has a space for each character that a terminal obeys")
  func names() {
    #expect("a\u{0}b\r\nc\td".cleaned(.name) == "a b  c d")
  }

  @Test("quoted in a message hides nothing, and has no tab")
  func quoted() {
    #expect(
      "a\t\u{1B}\u{202E}é\n".cleaned(.quoted) == "a\\u{9}\\u{1B}\\u{202E}é\\u{A}")
  }

  @Test("spelled out hides nothing")
  func spelled() {
    #expect(
      "a\t\u{1B}\u{202E}é\u{2028}\n".cleaned(.spelled)
        == "a\t\\u{1B}\\u{202E}é\\u{2028}\\u{A}")
  }
}
