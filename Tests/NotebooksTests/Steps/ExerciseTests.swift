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

  @Test("a check has a meaning, and a wrong answer its message, over several lines")
  func wrongAnswers() throws {
    let exercise = try exercise(
      "check a\nmeans it is\n  small\nwrong\n> b\n> c\nsays No,\n  not so\nwrong\n> d\nwhen e < 1\n"
        + "says f\nsolution\n> g")
    #expect(exercise?.checks.map { $0.meaning?.text } == ["it is small"])
    #expect(exercise?.wrongAnswers.map { $0.cells.map(\.source) } == [["b", "c"], ["d"]])
    #expect(exercise?.wrongAnswers.map(\.message.text) == ["No, not so", "f"])
    #expect(exercise?.wrongAnswers.map { $0.condition?.text } == [nil, "e < 1"])
    #expect(exercise?.wrongAnswers.map(\.line) == [5, 10])
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
      ("check a\nsolution\nb\n> c", 4, "an exercise has no line \"b\""),
      (
        "check a\nchek b\nsolution\n> c", 3,
        "an exercise has no line \"chek\"; did you mean: check"
      ),
      ("check a\nsolution\n> b\nhint c", 5, "the solution is the last thing in an exercise"),
      ("means a", 2, "\"means\" stands under the \"check\" that it tells of"),
      ("check a\nmeans b\nmeans c", 4, nil),
      ("check a\nwrong\nsays b\nsolution\n> c", 3, "the wrong answer has no input"),
      ("check a\nwrong\n> b\nsolution\n> c", 3, "the wrong answer has no message"),
      ("check a\nwrong b\n> c", 3, "\"wrong\" stands alone on its line"),
      ("check a\nwrong\n> b\n2\nsays c", 5, "a wrong answer has inputs only"),
      ("says a", 2, "\"says\" stands under the inputs of a \"wrong\""),
      ("check a\n> b", 3, "an input stands under \"wrong\" or \"solution\""),
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
