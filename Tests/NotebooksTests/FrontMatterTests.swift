import Notebooks
import Testing

@Suite("Front matter")
struct FrontMatterTests {
  private func frontMatter(_ lines: String) throws -> FrontMatter {
    try Notebook(text: "---\n\(lines)\n---\n", name: "a.md").frontMatter
  }

  @Test("pairs are kept in their order, ours and those of sites")
  func pairs() throws {
    let frontMatter = try frontMatter("layout: page\ntitle: 'A: b'\n\nx-note_2:\nseed:  7 ")
    #expect(frontMatter.entries.map(\.key) == ["layout", "title", "x-note_2", "seed"])
    #expect(frontMatter.entries.map(\.value) == ["page", "A: b", "", "7"])
    #expect(frontMatter.entries.map(\.line) == [2, 3, 5, 6])
    #expect(frontMatter.title == "A: b")
    #expect(frontMatter.seed == 7)
    #expect(frontMatter.value(of: "layout") == "page")
    #expect(frontMatter.value(of: "minutes") == nil)
  }

  @Test("needs is a list")
  func needs() throws {
    #expect(try frontMatter("needs: circles, 02-moons ,Überanpassung").needs.count == 3)
    #expect(try frontMatter("needs: circles, 02-moons").needs == ["circles", "02-moons"])
    #expect(try frontMatter("needs:").needs == [])
    #expect(try frontMatter("needs: [circles, moons]").needs == ["circles", "moons"])
    #expect(try frontMatter("needs:\n  - circles\n  - moons\nseed: 3").needs.count == 2)
  }

  @Test(
    "a value may stand in quotes",
    arguments: [
      (#""A \"b\" \\ c""#, #"A "b" \ c"#), ("'it''s'", "it's"), ("\"\"", ""), ("a\"b", "a\"b"),
      (#""a\u00E9b""#, "aéb"), ("1 # a remark", "1"), ("|\n  a\n  b", "a b"), ("[a, b]", "a, b"),
      ("{a: b}", ""),
    ])
  func quotes(written: String, value: String) throws {
    #expect(try frontMatter("x-a: \(written)").entries.first?.value == value)
  }

  @Test("the largest seed is a seed")
  func largestSeed() throws {
    #expect(try frontMatter("seed: 18446744073709551615").seed == UInt64.max)
  }

  @Test(
    "a malformed line is refused with its number and what it should be",
    arguments: [
      ("title", "the front matter is no YAML: could not find expected ':'"),
      ("title:x", "the front matter is no YAML: could not find expected ':'"),
      (" title: x", "the front matter is no YAML: mapping values are not allowed in this context"),
      (
        "title: A: b", "the front matter is no YAML: mapping values are not allowed in this context"
      ),
      ("- x: y", nil), ("[a]: y", nil), ("9x: y", "the front matter has no key \"9x\""),
      ("\"\": y", "the front matter has no key \"\""),
      ("x-a: \"y", "the front matter is no YAML: found unexpected end of stream"),
      ("x-a: 'y' z", "the front matter is no YAML: did not find expected key"),
      ("x-a: *y", "the front matter is no YAML: found undefined alias"),
      ("x-a: [&b 1, *b]", "the front matter has no aliases of YAML"),
      ("x-a: \(String(repeating: "[", count: 40))", Self.tooDeep),
      ("\(String(repeating: "- ", count: 40))a", Self.tooDeep),
      ("minutes: 0", "\"minutes\" must be a whole number from 1 to 10000, not \"0\""),
      ("minutes: ten", "\"minutes\" must be a whole number from 1 to 10000, not \"ten\""),
      ("minutes: 99999999999999999999", nil),
      ("seed: -1", "\"seed\" must be a whole number from 0 to 18446744073709551615, not \"-1\""),
      ("seed: +1", nil), ("seed: 1.5", nil), ("seed:", nil), ("seed: 18446744073709551616", nil),
      ("needs: a,,b", "\"needs\" must be a list of lessons, like circles, moons, not \"a,,b\""),
      ("needs: ../secret", nil), ("needs: a/b", nil), ("needs: a b", nil),
      ("minutes: \u{1B}[2J", "a character of the front matter can't be seen"),
      ("seeed: 3", "the front matter has no key \"seeed\"; did you mean: seed"),
      ("need: moons", "the front matter has no key \"need\"; did you mean: needs"),
      ("Title: A", "the front matter has no key \"Title\"; did you mean: title"),
      ("minute: 3", "the front matter has no key \"minute\"; did you mean: minutes"),
      ("colour: red", "the front matter has no key \"colour\""),
      ("layout: again", "\"layout\" stands here a second time"),
    ])
  func malformed(line: String, problem: String?) {
    let error = #expect(throws: NotebookError.self) {
      try Notebook(text: "---\nlayout: yes\n\(line)\n---\ntext\n", name: "a.md")
    }
    #expect(error?.line == 3)
    if let problem { #expect(error?.problem == problem) }
  }

  private static let tooDeep = "the front matter is too long or nested too deep"

  @Test("a head of more lines than any has is refused, and one of any depth is read at once")
  func size() {
    for text in [
      String(repeating: "x-a: b\n", count: 2000),
      (0..<900).map { String(repeating: " ", count: $0) + "x-\($0):\n" }.joined(),
    ] {
      let error = #expect(throws: NotebookError.self) { try frontMatter(text) }
      #expect(error?.problem == Self.tooDeep)
    }
  }

  @Test(
    "front matter that is not closed is refused", arguments: ["---", "---\nx-a: b\n", "--- \n\n"])
  func open(text: String) {
    let error = #expect(throws: NotebookError.self) { try Notebook(text: text, name: "a.md") }
    #expect(error?.problem == "the front matter has no closing line of ---")
    #expect(error?.line == 1)
  }

  @Test(
    "only the very top of a file is front matter", arguments: ["\n---\n", "***\n---\n", "----\n"])
  func notAtTheTop(text: String) throws {
    #expect(try Notebook(text: text, name: "a.md").frontMatter == FrontMatter())
  }

  @Test("spaces behind its fences, CRLF and a byte order mark don't hide it")
  func variants() throws {
    let text = "\u{FEFF}---  \r\nseed: 4\r\n---\t\r\n```overfit\r\n> a\r\n```\r\n"
    let notebook = try Notebook(text: text, name: "a.md")
    #expect(notebook.frontMatter.seed == 4)
    #expect(notebook.cells.map(\.line) == [5])
  }
}
