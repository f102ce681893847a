import Testing

@testable import Notebooks

@Suite("Writing a student's own notebook")
struct WritingTests {
  @Test("cells in a row share a fence, and notes stand between them")
  func example() {
    let text = Notebook.written(
      title: "My circles", seed: 3,
      entries: [
        .cell(source: "data circles", output: ["circles · 200 points "]),
        .cell(source: "for n in 1, 2\n  add dense n\nend", output: []),
        .note("The *first* try."),
        .note("And the second."),
        .cell(source: "trane", output: ["  ^^^^^ unknown command", "  did you mean: train", ""]),
      ])
    #expect(
      text == """
        ---
        seed: 3
        ---
        # My circles

        ```overfit
        > data circles
        circles · 200 points
        > for n in 1, 2
        .   add dense n
        . end
        ```

        The *first* try.

        And the second.

        ```overfit
        > trane
          ^^^^^ unknown command
          did you mean: train
        ```

        """)
  }

  @Test("an empty notebook has a title alone")
  func empty() {
    #expect(Notebook.written(title: " ", seed: 0, entries: [.note(" \n ")]) == "# Notebook\n")
  }

  @Test(
    "any title reads back",
    arguments: [
      "a", "1. a", "# a #", "*a* `b` [c](d) <e> &amp; \\", "a_b_c", "!", "---", "> a", "Ünï · 東京",
      "```overfit", "~a~ | b", "http://example.org", "a  b",
    ])
  func titles(title: String) throws {
    let text = Notebook.written(title: title, seed: 0, entries: [.note("b")])
    let notebook = try Notebook(text: text, name: "x.md")
    #expect(notebook.title == title)
    #expect(notebook.entries == [.note("b")])
  }

  @Test("a title's control characters and line breaks are left out")
  func titleControls() throws {
    let text = Notebook.written(title: "a\nb\u{1B}[1m", seed: 0, entries: [])
    #expect(try Notebook(text: text, name: "x.md").title == "a b[1m")
  }

  @Test(
    "a note that stands alone comes back as it was",
    arguments: [
      "plain", "*emphasis* and `code`", "# Heading", "- item", "1. item", "> quote", "***", "---",
      "| a | b |\n|---|---|\n| 1 | 2 |", "```\ncode\n\ncode\n```", "<div>\nx\n</div>",
      "two\nlines", "two\n\nparagraphs", "    indented", "> ", "- > - a", "hard  \nbreak",
    ])
  func harmlessNotes(note: String) throws {
    let text = Notebook.written(
      title: "t", seed: 0, entries: [.note(note), .cell(source: "a", output: [])])
    let notes = try Notebook(text: text, name: "x.md").entries.compactMap { entry -> String? in
      guard case .note(let text) = entry else { return nil }
      return text
    }
    #expect(notes.joined(separator: "\n\n") == note.trimmedAtEnd)
  }

  @Test(
    "a note that would swallow what follows is escaped",
    arguments: [
      "```", "~~~ x", "<!-- a", "<pre>", "<script>", "```overfit\n> rm\n```", "- ```overfit\n  ```",
      "> ```exercise x", "<![CDATA[", "<?php", "\u{FEFF}<div>\n```overfit",
    ])
  func harmfulNotes(note: String) throws {
    let entries: [NotebookEntry] = [.note(note), .cell(source: "a", output: ["b"])]
    let notebook = try Notebook(
      text: Notebook.written(title: "t", seed: 0, entries: entries), name: "x.md")
    #expect(notebook.entries.count == 2)
    #expect(notebook.cells.map(\.source) == ["a"])
    guard case .prose(let prose) = try #require(notebook.blocks.first) else { return }
    let shown = prose.paragraphs[1].nodes.map(\.plainText)
    #expect(
      shown == [TextLine.lines(of: note).map(\.text.trimmedAtBothEnds).joined(separator: " ")])
  }

  @Test("the entries of any notebook can be written and read again")
  func roundTrip() throws {
    var random = CountingGenerator(state: 3)
    for _ in 0..<3000 {
      let entries = (0..<random.below(6)).map { _ -> NotebookEntry in
        if random.below(2) == 0 {
          let lines = (0..<random.below(4)).map { _ in random.line(of: nastyPieces, atMost: 4) }
          return .note(lines.joined(separator: "\n"))
        }
        let source = (0...random.below(3)).map { _ in random.line(of: nastyPieces, atMost: 3) }
        let output = (0..<random.below(4)).map { _ in random.line(of: nastyPieces, atMost: 3) }
        return .cell(source: source.joined(separator: "\n"), output: output)
      }
      let text = Notebook.written(title: "t", seed: 9, entries: entries)
      let notebook = try Notebook(text: text, name: "x.md")
      let written = Self.cells(entries)
      let read = Self.cells(notebook.entries)
      #expect(read.count == written.count)
      for (one, other) in zip(read, written) {
        #expect(one.source.hasSameBytes(as: other.source), "\(text.debugDescription)")
        #expect(one.output == NotebookCell.canonical(other.output), "\(text.debugDescription)")
      }
      let again = Notebook.written(title: notebook.title, seed: 9, entries: notebook.entries)
      #expect(again.hasSameBytes(as: text), "\(text.debugDescription)")
    }
  }

  private static func cells(_ entries: [NotebookEntry]) -> [(source: String, output: [String])] {
    entries.compactMap { entry in
      guard case .cell(let source, let output) = entry else { return nil }
      return (source, output)
    }
  }

  @Test("a lesson's prose becomes notes, without its title")
  func lessonEntries() throws {
    let text =
      "# T\nunder it\n\n[x]: y\n\n## Part\n\ntext [x]\n\n```overfit\n> a\n```\n\n# Not the title\n"
    #expect(
      try Notebook(text: text, name: "x.md").entries == [
        .note("under it\n\n[x]: y"), .note("## Part"), .note("text [x]"),
        .cell(source: "a", output: []), .note("# Not the title"),
      ])
    #expect(
      try Notebook(text: "T\nt\n===\n\nx", name: "x.md").entries == [.note("x")])
  }
}
