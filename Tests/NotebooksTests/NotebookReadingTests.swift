import Notebooks
import Testing

@Suite("Reading a notebook")
struct NotebookReadingTests {
  static let lesson = """
    ---
    title: Dropout
    needs: circles
    minutes: 10
    ---
    # Dropping units

    Prose, with *emphasis*.

    ```overfit
    > data circles points=200 noise=0.2
    circles · 200 points · 2 features · 2 classes (100 / 100)
    > for width in 1, 2
    .   add dense width tanh
    . end
    > network
    empty network · input 2
    ```

    Your turn: bring the validation error under 10%.

    ```exercise lower-variance
    check error(validation) < 10%
    check error(validation) - error(train) < 3%
    hint Which rule of thumb fights variance?
    hint `add dropout 0.3` puts a dropout layer at the end.
    solution
    > insert 2 dropout 0.3
    > train epochs=200
    ```

    """

  @Test("the example of the format reads as it says")
  func example() throws {
    let notebook = try Notebook(text: Self.lesson, name: "dropout.md")
    #expect(notebook.title == "Dropout")
    #expect(notebook.frontMatter.needs == ["circles"])
    #expect(notebook.frontMatter.minutes == 10)
    #expect(notebook.frontMatter.seed == nil)
    #expect(notebook.blocks.count == 4)
    #expect(notebook.blocks.map(\.lines) == [6...8, 10...18, 20...20, 22...30])

    let cells = notebook.cells
    #expect(
      cells.map(\.source) == [
        "data circles points=200 noise=0.2",
        "for width in 1, 2\n  add dense width tanh\nend",
        "network",
      ])
    #expect(
      cells.map(\.output) == [
        ["circles · 200 points · 2 features · 2 classes (100 / 100)"], [],
        ["empty network · input 2"],
      ])
    #expect(cells.map(\.line) == [11, 13, 16])
    #expect(cells.map(\.inputLines) == [11..<12, 13..<16, 16..<17])
    #expect(cells.map(\.outputLines) == [12..<13, 16..<16, 17..<18])
  }

  @Test("an exercise keeps its checks, hints and solution with their lines")
  func exercise() throws {
    let notebook = try Notebook(text: Self.lesson, name: "dropout.md")
    let exercise = try #require(notebook.exercises.first)
    #expect(exercise.name == "lower-variance")
    #expect(
      exercise.checks.map(\.text)
        == ["error(validation) < 10%", "error(validation) - error(train) < 3%"])
    #expect(exercise.checks.map(\.line) == [23, 24])
    #expect(exercise.hints.map(\.line) == [25, 26])
    #expect(exercise.hints.last?.text == "`add dropout 0.3` puts a dropout layer at the end.")
    #expect(exercise.solution.map(\.source) == ["insert 2 dropout 0.3", "train epochs=200"])
    #expect(exercise.solution.map(\.line) == [28, 29])
  }

  @Test("an empty file is an empty notebook", arguments: ["", "\n", "\n\n  \n", "\u{FEFF}"])
  func empty(text: String) throws {
    let notebook = try Notebook(text: text, name: "empty.md")
    #expect(notebook.blocks.isEmpty)
    #expect(notebook.title == "empty.md")
    #expect(notebook.replacingOutputs([]) == text)
  }

  @Test("the title is the front matter's, else the first heading of level 1, else the name")
  func title() throws {
    let title = { (text: String) throws in try Notebook(text: text, name: "a.md").title }
    #expect(try title("---\ntitle: One\n---\n# Two\n") == "One")
    #expect(try title("---\ntitle:\n---\n# Two\n") == "Two")
    #expect(try title("## Zero\n\n# Two *and* `three`\n\n# Four\n") == "Two and three")
    #expect(try title("Two\n===\n") == "Two")
    #expect(try title("> # Quoted\n") == "a.md")
    #expect(try title("---\ntitle: \"a\\e[31m\u{202E}b\"\n---\n") == "a[31mb")
  }

  @Test("prose keeps its source to the byte and is cut at its blocks")
  func prose() throws {
    let text = "\n# A\nb\nc\n\n- d\n\n  e\n\n\n[f]: g\n\n```\n\n```\n\n"
    let notebook = try Notebook(text: text, name: "a.md")
    guard case .prose(let prose) = try #require(notebook.blocks.first) else {
      Issue.record("the first block is no prose")
      return
    }
    #expect(prose.source == "# A\nb\nc\n\n- d\n\n  e\n\n\n[f]: g\n\n```\n\n```\n")
    #expect(prose.lines == 2...15)
    #expect(
      prose.paragraphs.map(\.source)
        == ["# A\n", "b\nc\n", "- d\n\n  e\n\n\n[f]: g\n", "```\n\n```\n"])
    #expect(prose.paragraphs.map(\.lines) == [2...2, 3...4, 6...11, 13...15])
  }

  @Test("a link that is defined elsewhere in the file is resolved in each piece of prose")
  func distantLink() throws {
    let text = "See [this].\n\n```overfit\n> help\n```\n\n[this]: http://example.org\n"
    let notebook = try Notebook(text: text, name: "a.md")
    guard case .prose(let prose) = try #require(notebook.blocks.first) else {
      Issue.record("the first block is no prose")
      return
    }
    #expect(ProseRenderer().lines(prose) == ["See this (http://example.org)."])
  }

  @Test("bytes that are not UTF-8 are refused with their line")
  func invalidBytes() {
    let bytes = Array("one\ntwo\n".utf8) + [0xFF, 0x0A]
    #expect(
      throws: NotebookError(
        file: "a.md", line: 3, problem: "the file is not text in UTF-8",
        hint: "save it as UTF-8 in your editor")
    ) {
      try Notebook(bytes: bytes, name: "a.md")
    }
  }

  @Test("an output before the first input is refused with its line")
  func strayOutput() {
    let error = #expect(throws: NotebookError.self) {
      try Notebook(text: "a\n\n```overfit\n\n>data\n```\n", name: "x/a.md")
    }
    #expect(error?.line == 5)
    #expect(error?.description == "x/a.md:5: an output stands before the first input")
  }

  @Test("any bytes are a notebook or an error")
  func anyBytes() throws {
    var random = CountingGenerator(state: 12)
    let lesson = Array(Self.lesson.utf8)
    for _ in 0..<3000 {
      var bytes = lesson
      for _ in 0..<random.below(6) {
        let place = random.below(bytes.count)
        switch random.below(3) {
        case 0: bytes[place] = UInt8(random.below(256))
        case 1: bytes.removeSubrange(place..<min(bytes.count, place + random.below(40)))
        default: bytes.insert(contentsOf: Array(random.pick(nastyPieces).utf8), at: place)
        }
        if bytes.isEmpty { break }
      }
      let lineCount = bytes.count { $0 == 0x0A || $0 == 0x0D } + 1
      do {
        let notebook = try Notebook(bytes: bytes, name: "a.md")
        #expect(Array(notebook.replacingOutputs(notebook.cells.map(\.output)).utf8) == bytes)
      } catch {
        #expect((1...lineCount).contains(error.line))
      }
    }
  }

  @Test("many thousand cells are read and replaced in no time", .timeLimit(.minutes(5)))
  func size() throws {
    let block = "prose\n\n- a\n\n```overfit\n> a\n1\n> b\n2\n```\n\n"
    let text = String(repeating: block, count: 10_000)
    let notebook = try Notebook(text: text, name: "a.md")
    #expect(notebook.cells.count == 20_000)
    let result = notebook.replacingOutputs(Array(repeating: ["3"], count: 20_000))
    #expect(result.utf8.count == text.utf8.count)
  }

  @Test("every line that is not empty is in one block or in the front matter")
  func blocksCoverTheFile() throws {
    var random = CountingGenerator(state: 11)
    for _ in 0..<300 {
      let lines = (0..<random.below(30)).map { _ in
        random.pick(["```overfit", "```", "> a", "b", "", "- c", "# d", "~~~", "    e", "***"])
      }
      let text = lines.joined(separator: "\n")
      guard let notebook = try? Notebook(text: text, name: "a.md") else { continue }
      var covered = Array(repeating: 0, count: lines.count + 1)
      for line in notebook.blocks.flatMap({ Array($0.lines) }) { covered[line] += 1 }
      for (index, line) in lines.enumerated() {
        #expect(covered[index + 1] <= 1)
        #expect(covered[index + 1] == 1 || line.isEmpty, "line \(index + 1) of \(lines)")
      }
    }
  }
}
