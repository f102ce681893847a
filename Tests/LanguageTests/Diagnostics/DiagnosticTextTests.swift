import Language
import SeededRandom
import TerminalText
import Testing

@Suite("The layout of a diagnostic")
struct DiagnosticTextTests {
  private func lines(
    _ marked: String, _ message: String, hints: [String] = [], indent: Int = 5, width: Int? = 80
  ) -> [String] {
    let (source, ranges) = unmarked(marked)
    let diagnostic = Diagnostic(message, at: ranges[0], hints: hints)
    return DiagnosticText.lines(for: diagnostic, source: source, indent: indent, width: width)
  }

  @Test("puts carets under the fault, the message beside them and the hints under them")
  func plain() {
    #expect(
      lines("«trane» epochs=5", "unknown command \"trane\"", hints: ["did you mean: train"]) == [
        "     ^^^^^ unknown command \"trane\"",
        "     did you mean: train",
      ])
    #expect(
      lines(
        "add dense 8 «rellu»", "no activation is called \"rellu\"", hints: ["a", "b"], indent: 4)
        == [
          "                ^^^^^ no activation is called \"rellu\"",
          "                a",
          "                b",
        ])
  }

  @Test("counts columns, not bytes")
  func columns() {
    #expect(lines("\"größe\" «x»", "m", indent: 0) == ["        ^ m"])
    #expect(lines("\"日本\" «日本» y", "m", indent: 0) == ["       ^^^^ m"])
    #expect(lines("e\u{301}e\u{301} «x»", "m", indent: 0) == ["   ^ m"])
    #expect(lines("👨\u{200D}👩\u{200D}👧 «x»", "m", indent: 0) == ["   ^ m"])
    #expect(lines("a\t«x»", "m", indent: 2) == ["        ^ m"])
    #expect(lines("a\u{7}b «x»", "m", indent: 0) == ["    ^ m"])
  }

  @Test("shows one caret for a place without text")
  func empty() {
    #expect(lines("train rate=«»", "m", indent: 2) == ["             ^ m"])
    #expect(lines("«»", "m", indent: 2) == ["  ^ m"])
  }

  @Test("repeats the line of a source of several lines")
  func severalLines() {
    #expect(
      lines("for x in 1\n\ttrane «$» \u{1B}[0m\nend", "m", indent: 2) == [
        "        trane $ ?[0m",
        "              ^ m",
      ])
    #expect(lines("a «b\nc» d", "m", indent: 2) == ["  a b", "    ^ m"])
    #expect(lines("a «b»\r\n", "m", indent: 2) == ["    ^ m"])
    #expect(lines("a\n«»", "m", indent: 2) == ["   ^ m"])
  }

  @Test("sets the message under the carets where it does not fit beside them")
  func narrow() {
    #expect(
      lines(
        "add dense 8 «rellu»", "no activation has this name", hints: ["did you mean"], width: 46)
        == [
          "                 ^^^^^",
          "                 no activation has this name",
          "                 did you mean",
        ])
  }

  @Test("wraps at spaces and moves left where the room is small")
  func wrapped() {
    let message = "the message has some words more than fit"
    #expect(
      lines("add dense 8 20 30 «rellu»", message, hints: ["one two three four five six"], width: 30)
        == [
          "                       ^^^^^",
          "     the message has some",
          "     words more than fit",
          "     one two three four five",
          "     six",
        ])
  }

  @Test("shows a piece of a line that is wider than the terminal")
  func excerpt() {
    let long = String(repeating: "abcd ", count: 100)
    let shown = lines("\(long)«here» \(long)", "m", indent: 5, width: 40)
    #expect(
      shown == [
        "     ...bcd abcd abcd here abcd abcd ...",
        "                      ^^^^ m",
      ])
    for line in shown { #expect(line.columns <= 40) }
    #expect(lines("«here» \(long)", "m", indent: 5, width: 30)[0].hasPrefix("     here abcd"))
    #expect(lines("\(long)«here»", "m", indent: 5, width: 30)[0].hasSuffix("abcd here"))
  }

  @Test("lets no control character through")
  func controls() {
    let shown = lines("x\n«\u{1B}»\u{202E}\u{85}", "bad \u{1B}[31m \u{7}", hints: ["a\u{9B}b\n"])
    #expect(shown == ["     ???", "     ^ bad ?[31m ?", "     a?b?"])
  }

  @Test("clips ranges outside of the source")
  func outside() {
    for range in [
      SourceRange(-5, -1), SourceRange(50, 60), SourceRange(2, 900), SourceRange(-1, 900),
    ] {
      let diagnostic = Diagnostic("m", at: range)
      let shown = DiagnosticText.lines(for: diagnostic, source: "größe", indent: -3, width: 0)
      #expect(shown.count == 1)
    }
  }

  @Test("keeps within the width, whatever it is", arguments: [20, 33, 57, 80, 200])
  func within(_ width: Int) {
    var generator = SeededGenerator(seed: UInt64(width))
    for _ in 0..<200 {
      let words = (0..<generator.below(40)).map { _ in generator.pick(["ab", "日本", "x", "längere"])
      }
      let source = words.joined(separator: " ")
      let start = generator.below(source.utf8.count + 1)
      let range = SourceRange(start, start + generator.below(30))
      let diagnostic = Diagnostic("some words of a message", at: range, hints: [source])
      let shown = DiagnosticText.lines(for: diagnostic, source: source, indent: 5, width: width)
      for line in shown { #expect(line.columns <= width) }
    }
  }
}
