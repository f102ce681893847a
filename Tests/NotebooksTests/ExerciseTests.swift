import Notebooks
import Testing

@Suite("Reading an exercise")
struct ExerciseTests {
  private func exercise(_ lines: String, name: String = "x") throws -> Exercise? {
    try Notebook(text: "```exercise \(name)\n\(lines)\n```\n", name: "a.md").exercises.first
  }

  @Test("empty lines mean nothing, and a solution may hold loops")
  func layout() throws {
    let exercise = try exercise(
      "\ncheck a < 1  \n\nhint  b\ncheck c > 2\n\nsolution \n\n> for n in 1, 2\n.   add dense n\n. end\n\n> d\n"
    )
    #expect(exercise?.checks.map(\.text) == ["a < 1", "c > 2"])
    #expect(exercise?.hints.map(\.text) == ["b"])
    #expect(exercise?.solution.map(\.source) == ["for n in 1, 2\n  add dense n\nend", "d"])
  }

  @Test("hints are not needed")
  func noHints() throws {
    #expect(try exercise("check a\nsolution\n> b")?.hints == [])
  }

  @Test("an exercise at the end of a file needs no ending of its last line")
  func lastLine() throws {
    let text = "```exercise x\ncheck a\nsolution\n> b\n```"
    #expect(try Notebook(text: text, name: "a.md").exercises.first?.lines == 1...5)
  }

  @Test(
    "what an exercise lacks is told with a line",
    arguments: [
      ("check a\nhint b", 1, "the exercise has no solution"),
      ("", 1, "the exercise has no solution"),
      ("hint b\nsolution\n> c", 3, "the exercise has no check"),
      ("check a\nsolution\n", 3, "the solution has no input"),
      ("check a\nsolution\n> b\noutput", 5, "a solution has inputs only"),
      ("check a\nsolution\nb\n> c", 4, "an output stands before the first input"),
      (
        "check a\nchek b\nsolution\n> c", 3,
        "an exercise has lines of \"check CONDITION\", \"hint TEXT\" and \"solution\""
      ),
      ("check\nsolution\n> c", 2, nil), ("check  \nsolution\n> c", 2, nil),
      ("hint\nsolution\n> c", 2, nil), ("> c", 2, nil), ("solution: a", 2, nil),
    ])
  func incomplete(lines: String, line: Int, problem: String?) {
    let error = #expect(throws: NotebookError.self) { try exercise(lines) }
    #expect(error?.line == line)
    if let problem { #expect(error?.problem == problem) }
  }

  @Test("a name is one word", arguments: ["", "a b", "../a", "é", "a`b"])
  func names(name: String) {
    let error = #expect(throws: NotebookError.self) {
      try Notebook(text: "~~~exercise \(name)\ncheck a\nsolution\n> b\n~~~\n", name: "a.md")
    }
    #expect(error?.problem == "an exercise needs a name of letters, digits, - and _")
  }

  @Test("no two exercises have the same name")
  func twice() {
    let text = "```exercise x\ncheck a\nsolution\n> b\n```\n"
    let error = #expect(throws: NotebookError.self) {
      try Notebook(text: text + text, name: "a.md")
    }
    #expect(error?.line == 6)
  }
}
