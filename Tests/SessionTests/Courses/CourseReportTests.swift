import Notebooks
import Testing

@testable import Session
@testable import Workbench

@Suite("What a report says of an exercise")
struct CourseReportTests {
  private static let text = """
    # Sums

    ```exercise more
    check y > 10
    hint Think of `let`.
    solution
    > let y = 50
    ```

    """

  /// The report of who typed some lines at the exercise, and then the return key.
  private func report(_ lines: [String]) throws -> String {
    var walk = LessonWalk(try Notebook(text: Self.text, name: "sums.md"), settings: .testing())
    while walk.nextStep?.isProse == true { _ = walk.advance() }
    for line in lines { _ = walk.submit(line) }
    if walk.answer(to: "") == .solved { walk.goOnFromBranch() }
    return CourseReport(title: "Sums", parts: [(walk.notebook, walk.ownProgress)]).text
  }

  @Test("what was typed behind the solution stands apart from it")
  func behind() throws {
    let text = try report([
      "let y = 4", "print y", "let y = 12", "note Now.", "let y = 13", "print y",
    ])
    #expect(
      text.contains(
        "Solved by:\n\n```text\nlet y = 4\nprint y\nlet y = 12\n```\n\nNow.\n\nBehind it:\n\n```text\n"
          + "let y = 13\nprint y\n```\n"))
    // A line that solves it the second time it is typed is not taken for the first.
    let twice = try report(["let x = 8", "let y = x", "let x = 80", "let y = x"])
    #expect(
      twice.contains("Solved by:\n\n```text\nlet x = 8\nlet y = x\nlet x = 80\nlet y = x\n```\n"))
    #expect(!twice.contains("Behind it:"))
  }

  @Test("where answers are counted, what is solved behind its solution is said to stay open")
  func shown() throws {
    for (most, isOpen) in [(nil, false), (2, true)] as [(Int?, Bool)] {
      var walk = LessonWalk(try Notebook(text: Self.text, name: "sums.md"), settings: .testing())
      walk.mostTries = most
      while walk.nextStep?.isProse == true { _ = walk.advance() }
      _ = walk.answer(to: "solution")
      _ = walk.submit("let y = 12")
      let last = walk.reminder.lines.last
      #expect(last?.contains("stays open, for its solution was shown") == isOpen, "\(last ?? "")")
    }
    // Who has solved it before may look.
    var walk = LessonWalk(try Notebook(text: Self.text, name: "sums.md"), settings: .testing())
    walk.mostTries = 2
    while walk.nextStep?.isProse == true { _ = walk.advance() }
    _ = walk.submit("let y = 12")
    _ = walk.answer(to: "solution")
    #expect(walk.standing.lines.last == "Solved: the return key goes on.")
  }

  @Test("no line is left out after which the checks can't be asked")
  func unasked() throws {
    #expect(
      try report(["let x = 1", "let y = 4", "let y = 12"]).contains(
        "What came of it:\n\n```text\nlet x = 1 · the checks can't be asked yet\n"
          + "let y = 4 · the check fails; 4 is not > 10 · off by 6\nlet y = 12 · solved\n```"))
  }
}
