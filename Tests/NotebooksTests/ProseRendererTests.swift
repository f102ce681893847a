import TerminalText
import Testing

@testable import Notebooks

@Suite("Rendering prose")
struct ProseRendererTests {
  private func plain(_ markdown: String, width: Int = 40) -> [String] {
    ProseRenderer(width: width).lines(markdown: markdown)
  }

  private func styled(_ markdown: String) -> [String] {
    ProseRenderer(width: 40, isStyled: true).lines(markdown: markdown)
  }

  @Test(
    "nothing is shown as nothing",
    arguments: ["", "\n", "[x]: y", "<!-- a -->", "<script>a</script>"])
  func nothing(markdown: String) {
    #expect(plain(markdown) == [])
  }

  @Test("a width under 20 counts as 20", arguments: [Int.min, -1, 0, 19, 20])
  func narrow(width: Int) {
    #expect(
      plain("one two three four five six", width: width) == ["one two three four", "five six"])
  }

  @Test("a line of exactly the width is not broken")
  func exactWidth() {
    #expect(plain("aaaa bbbb cccc dddd eeee", width: 24) == ["aaaa bbbb cccc dddd eeee"])
    #expect(plain("aaaa bbbb cccc dddd eeee", width: 23) == ["aaaa bbbb cccc dddd", "eeee"])
  }

  @Test("code stays on one line if a line can hold it")
  func code() {
    #expect(
      plain("Then type `insert 2 dropout 0.3` here.", width: 24)
        == ["Then type", "`insert 2 dropout 0.3`", "here."])
    #expect(
      plain("`one two three four five six`", width: 20) == ["`one two three four", "five six`"])
    #expect(plain("`` a`b ``") == ["``a`b``"])
    #expect(styled("`a b`") == ["\u{1B}[1ma b\u{1B}[0m"])
  }

  @Test("styles are switched off at the end of each line and on again at the next")
  func styles() {
    #expect(
      ProseRenderer(width: 20, isStyled: true).lines(markdown: "*one two **three four** five* six")
        == [
          "\u{1B}[3mone two \u{1B}[0m\u{1B}[1;3mthree four\u{1B}[0m",
          "\u{1B}[3mfive\u{1B}[0m six",
        ])
    #expect(styled("# A") == ["\u{1B}[1;4mA\u{1B}[0m"])
    #expect(styled("[a](b)") == ["\u{1B}[4ma\u{1B}[0m (b)"])
    #expect(plain("[a](b)") == ["a (b)"])
  }

  @Test(
    "an address is shown once, and not if it leads elsewhere on the page",
    arguments: [
      ("<http://a.b>", "http://a.b"), ("[http://a.b](http://a.b)", "http://a.b"),
      ("<a@b.c>", "a@b.c"), ("[a](#b)", "a"), ("[a]()", "a"), ("[](b)", "(b)"),
      ("[`a`](02-b.md)", "`a` (02-b.md)"), ("[a](<b c>)", "a (b c)"),
      ("[a][x]\n\n[x]: y 'title'", "a (y)"), ("[![a](b)](c)", "[image: a] (c)"),
    ])
  func links(markdown: String, shown: String) {
    #expect(plain(markdown) == [shown])
  }

  @Test("an ordered list begins at its number, and its markers end in one column")
  func orderedList() {
    #expect(
      plain("9. a\n10. b\n\n    c\n") == [" 9. a", "", "10. b", "", "    c"])
    #expect(plain("999999999. a\n1. b") == [" 999999999. a", "1000000000. b"])
    #expect(plain("-\n- a") == ["-", "- a"])
  }

  @Test("columns are aligned as the table says, by the columns a character takes")
  func table() {
    #expect(
      plain("| a | b | c |\n|:-:|--:|---|\n| 東京 | `x` | e\u{301} |\n| 1 | 2 |")
        == [" a   |   b | c", "-----+-----+--", "東京 | `x` | e\u{301}", " 1   |   2 |"]
    )
    #expect(plain("| a |\n|---|") == ["a", "-"])
  }

  @Test("HTML is shown as its text")
  func html() {
    #expect(
      plain("<p align=\"center\">a <b>b</b>c<br>d &lt; e &amp;c. &x</p>") == ["a bc d < e &c. &x"])
    #expect(plain("a <span title=\">\">b</span> c") == ["a b c"])
    #expect(plain("<style>x</style>\n") == [])
  }

  @Test("a stranger's text can't drive the terminal", arguments: [false, true])
  func controlCharacters(isStyled: Bool) {
    var random = CountingGenerator(state: 8)
    let controls =
      (0..<0x20).map { String(Unicode.Scalar(UInt8($0))) } + [
        "\u{7F}", "\u{80}", "\u{85}", "\u{90}", "\u{9B}31m", "\u{9D}", "\u{200E}", "\u{202E}",
        "\u{2066}",
        "\u{2069}", "\u{61C}", "\u{FEFF}", "\u{AD}", "\u{2028}", "\u{E0041}", "&#27;[2J", "&#x9b;",
        "&#x202e;", "\\\u{1B}", "](\u{1B}]0;x\u{7})", "![\u{1B}c](x)", "<\u{1B}>", "`\u{1B}`",
      ]
    let renderer = ProseRenderer(width: 30, isStyled: isStyled)
    for _ in 0..<3000 {
      let markdown = (0..<random.below(12))
        .map { _ in
          random.pick(random.below(2) == 0 ? controls : nastyPieces + ["\n", "\n\n", "[a]"])
        }
        .joined()
      for line in renderer.lines(markdown: markdown) {
        let shown = isStyled ? Self.withoutStyles(line) : line
        #expect(
          shown.unicodeScalars.allSatisfy { scalar in
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator: false
            case .format: scalar == "\u{200D}" || scalar == "\u{200C}"
            default: true
            }
          }, "\(markdown.debugDescription)")
        #expect(shown.columns <= 30 || shown.hasPrefix("    ") || markdown.contains("`"))
        #expect(!line.hasSuffix(" "))
      }
    }
  }

  private static func withoutStyles(_ line: String) -> String {
    let codes = /\u{1B}\[(0|1|3|4|1;3|1;4|3;4|1;3;4)m/.matchingSemantics(.unicodeScalar)
    return line.replacing(codes, with: "")
  }

  @Test("no line of a paragraph, list, quote or table is wider than the width")
  func widthLaw() {
    var random = CountingGenerator(state: 9)
    let pieces = [
      "word ", "averyverylongwordwithoutanyspaces", "東京都", "🙂", "e\u{301}", "**bold** ",
      "`code span` ",
      "[link](http://example.org/a/long/path) ", "\n", "\n\n", "\n- ", "\n  - ", "\n> ", "\n1. ",
      "\n# ",
      "\n| a | b |\n|---|---|\n| c |",
      "\n| a | bbbbbbbbbbbbbbbbbbbbbbbb | c | d | e | f |\n|-|-|-|-|-|-|\n|x|",
    ]
    for _ in 0..<2000 {
      let markdown = (0..<random.below(20)).map { _ in random.pick(pieces) }.joined()
      let width = 20 + random.below(40)
      for line in ProseRenderer(width: width).lines(markdown: markdown) {
        #expect(line.columns <= width, "\(line) of \(markdown.debugDescription)")
      }
    }
  }

  @Test("any depth is shown", .timeLimit(.minutes(5)))
  func depth() {
    #expect(plain(String(repeating: "> ", count: 5000) + "deep").last?.hasSuffix("deep") == true)
    #expect(plain(String(repeating: "- ", count: 500) + "deep").last?.hasSuffix("deep") == true)
    let stars = String(repeating: "*a ", count: 2000) + String(repeating: "a*", count: 2000)
    #expect(plain(stars).count > 100)
    let brackets =
      String(repeating: "[", count: 5000) + "a" + String(repeating: "](b)", count: 5000)
    #expect(!plain(brackets).isEmpty)
  }

  @Test("a long text takes no time", .timeLimit(.minutes(5)))
  func size() {
    #expect(plain(String(repeating: "word ", count: 50_000)).count == 6250)
    #expect(plain(String(repeating: "x", count: 200_000)).count == 5000)
    #expect(!plain(String(repeating: "<", count: 50_000)).isEmpty)
    let head = String(repeating: "|a", count: 500)
    let wide = head + "\n" + String(repeating: "|-", count: 500) + "\n"
    #expect(!plain(wide + String(repeating: "a\n", count: 10_000)).isEmpty)
  }
}
