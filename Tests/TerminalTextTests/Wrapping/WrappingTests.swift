import Testing

@testable import TerminalText

@Suite("Wrapped text")
struct WrappingTests {
  @Test("is left alone where it fits, spaces and all")
  func fits() {
    #expect("a  b ".wrapped(to: 5) == ["a  b "])
    #expect("".wrapped(to: 5) == [""])
  }

  @Test("is broken at spaces, of which one stays between words")
  func words() {
    #expect("one  two three".wrapped(to: 7) == ["one two", "three"])
    #expect("日本 日本 x".wrapped(to: 6) == ["日本", "日本 x"])
    #expect("      ".wrapped(to: 5) == [""])
  }

  @Test("keeps its indentation, unless that leaves no room")
  func indentation() {
    #expect("  one two three".wrapped(to: 8) == ["  one", "  two", "  three"])
    #expect("     one two".wrapped(to: 8) == ["one two"])
  }

  @Test("keeps a long word whole, so that it can be copied")
  func longWords() {
    #expect("a /a/very/long/path b".wrapped(to: 6) == ["a", "/a/very/long/path", "b"])
  }

  @Test("is cut wherever a piece is full, and never within a character")
  func pieces() {
    #expect("abcdef".cut(to: 4) == ["abcd", "ef"])
    #expect("日本語".cut(to: 5) == ["日本", "語"])
    #expect("e\u{301}e\u{301}👍🏽".cut(to: 2) == ["e\u{301}e\u{301}", "👍🏽"])
    #expect("日b".cut(to: 1) == ["日", "b"])
    #expect("".cut(to: 3).isEmpty)
  }

  @Test("of East Asia is broken between characters, but not before a closing mark")
  func eastAsianText() {
    let wrap = LineWrap(width: 6, longWords: .broken, breaksEastAsianText: true)
    let glyphs = "日本語、東京「都」".map { Glyph($0) }
    let lines = wrap.lines(of: glyphs).map { String($0.map { glyphs[$0].character }) }
    #expect(lines == ["日本", "語、東", "京", "「都」"])
    #expect(wrap.widestWord(of: glyphs) == 6)
  }
}
