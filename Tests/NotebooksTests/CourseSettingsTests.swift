import Notebooks
import Testing

@Suite("What a folder of lessons says of itself")
struct CourseSettingsTests {
  private func settings(_ text: String) throws -> CourseSettings {
    try CourseSettings(bytes: Array(text.utf8), file: "course.yaml")
  }

  @Test("each key has a meaning, and may be left out")
  func keys() throws {
    let settings = try settings(
      "title: \"Autumn: a term\"\norder:\n  - 02-b\n  - 01-a.md\nskips: no # never\ntries: 2\ndraw: 5\nseed: 7\n"
    )
    #expect(settings.title == "Autumn: a term")
    #expect(settings.order == ["02-b", "01-a"])
    #expect(!settings.allowsSkips)
    #expect(settings.draw == 5)
    #expect(settings.tries == 2)
    #expect(settings.seed == 7)
    #expect(try self.settings("") == CourseSettings())
    #expect(CourseSettings().allowsSkips && CourseSettings().draw == nil)
    #expect(try self.settings("order: a, b").order == ["a", "b"])
    #expect(try self.settings("skips: yes\n").allowsSkips)
  }

  @Test(
    "what is none of them is told with its line",
    arguments: [
      ("skips: maybe", 1, "\"skips\" must be yes or no, not \"maybe\""),
      ("title: a\ndraw: 0", 2, "\"draw\" must be a whole number from 1 to 1000, not \"0\""),
      ("seed: -1", 1, "\"seed\" must be a whole number from 0 to 18446744073709551615, not \"-1\""),
      (
        "order: ../secret", 1,
        "\"order\" must be a list of lessons, like 01-warm-up, 02-dropout, not \"../secret\""
      ),
      (
        "order: a, b, a.md", 1,
        "\"order\" must be a list that names each lesson once, not \"a, b, a.md\""
      ),
      ("order:", 1, "\"order\" must be a list of lessons, like 01-warm-up, 02-dropout, not \"\""),
      ("skip: no", 1, "there is no key \"skip\"; did you mean: skips"),
      (
        "xyzzy: 1", 1, "there is no key \"xyzzy\"; there are title, order, skips, tries, draw, seed"
      ),
      ("tries: none", 1, "\"tries\" must be a whole number from 1 to 100, not \"none\""),
      ("seed: 1\nseed: 2", 2, "\"seed\" stands here a second time"),
      ("- a", 1, "the front matter has one \"key: value\" a line"),
    ])
  func malformed(text: String, line: Int, problem: String) {
    let error = #expect(throws: NotebookError.self) { try settings(text) }
    #expect(error?.line == line)
    #expect(error?.problem == problem)
  }

  @Test("a file that is larger than any of its kind is refused unread")
  func large() {
    let error = #expect(throws: NotebookError.self) {
      try settings("title: " + String(repeating: "a", count: 1 << 16))
    }
    #expect(
      error?.problem
        == "the file has 65543 bytes, and what a folder says of itself has at most 65536")
  }

  @Test("any text is settings or an error, and never a trap")
  func fuzzed() {
    var random = CountingGenerator(state: 5)
    let pieces = nastyPieces + ["title:", "order:", "skips: no", "draw: ", "9", "\n", ", ", "a.md"]
    for _ in 0..<2000 { _ = try? settings(random.line(of: pieces, atMost: 12)) }
  }
}
