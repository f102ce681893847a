import Notebooks
import Session
import Testing

@testable import Workbench

@Suite("A walk through a lesson")
struct LessonWalkTests {
  private static let text = """
    ---
    seed: 4
    ---
    # Walk

    First.

    ```overfit
    > let x = 1
    > print x
    1
    ```

    Second.

    ```exercise more
    check x > 2
    hint Think.
    solution
    > let x = 3
    ```

    ```overfit
    > print x
    3
    ```
    """

  private static func walk() throws -> LessonWalk {
    LessonWalk(try Notebook(text: text, name: "walk.md"), settings: .testing())
  }

  @Test("takes each step once, and ends")
  func steps() throws {
    var walk = try Self.walk()
    var taken = 0
    while walk.advance() != nil { taken += 1 }
    #expect(taken == walk.progress.of)
    #expect(walk.nextStep == nil)
    var session = walk.session
    #expect(session.text(of: "seed") == "seed 4")
    #expect(session.text(of: "print x") == "3")
  }

  @Test("goes on from the lesson's own state, whatever the student tried")
  func branch() throws {
    var walk = try Self.walk()
    while case .cell? = walk.nextStep { _ = walk.advance() }
    while case .prose? = walk.nextStep { _ = walk.advance() }
    _ = walk.submit("let x = 100")
    _ = walk.submit("undo")
    _ = walk.submit("let x = 50")
    var branch = walk.session
    #expect(branch.text(of: "print x") == "50")
    _ = walk.advance()
    _ = walk.advance()
    var lesson = walk.session
    #expect(lesson.text(of: "print x") == "1")
  }

  @Test("an exercise is met when its checks hold on the student's branch")
  func exercise() throws {
    var walk = try Self.walk()
    while let step = walk.nextStep {
      if case .own = step { break }
      _ = walk.advance()
    }
    let way = "hint helps, solution shows one way, skip takes it and goes on."
    let open = ["[ ] check x > 2", "    1 is not > 2 · off by 1"]
    #expect(walk.standing.lines == open + ["Not tried yet: \(way)"])
    _ = walk.submit("let x = 1")
    #expect(walk.standing.lines == open + ["Stuck? \(way)"])
    _ = walk.submit("let x = 7")
    #expect(walk.standing.lines == ["[x] check x > 2", "Solved: the return key goes on."])
    _ = walk.submit("undo")
    _ = walk.submit("undo")
    #expect(
      walk.standing.lines
        == open + ["You have solved it before: the return key takes it as you did."])
  }

  @Test("an exercise gives its hints in their order, and is done when it is solved or skipped")
  func answers() throws {
    var walk = try Self.walk()
    #expect(walk.answer(to: "hint") == nil)
    while let step = walk.nextStep {
      if case .own = step { break }
      _ = walk.advance()
    }
    let done = walk.progress.done
    let noMore = "There are no more hints; solution shows one way, skip takes it and goes on."
    // The return key asks for no hint.
    let notYet =
      "Not solved yet. hint helps, solution shows one way, skip takes it and goes on."
    #expect(walk.answer(to: "") == .stay(.lines([notYet])))
    #expect(walk.answer(to: "hint") == .stay(.prose("Hint: Think.")))
    #expect(walk.answer(to: "hint") == .stay(.lines([noMore])))
    #expect(walk.answer(to: "solution") == .stay(.lines(["> let x = 3"])))
    #expect(walk.answer(to: "print x") == .command)
    #expect(walk.answer(to: "skip") == .passed(.lines(["A solution:"])))
    #expect(walk.answer(to: "next") == .stay(.lines([notYet])))
    _ = walk.submit("let x = 7")
    #expect(walk.answer(to: "skip") == .solved)
    #expect(walk.answer(to: "next") == .solved)
    #expect(walk.progress.done == done)
    walk.goOnFromBranch()
    #expect(walk.progress.done == done + 1)
    var lesson = walk.session
    #expect(lesson.text(of: "print x") == "7")
  }

  @Test("an interrupted cell is run again")
  func interrupted() throws {
    let text =
      "```overfit\n> data circles points=40\n> network\n> add dense 1 sigmoid\n"
      + "> train epochs=50\n```\n"
    var walk = LessonWalk(try Notebook(text: text, name: "w.md"), settings: .testing())
    for _ in 0..<3 { _ = walk.advance() }
    let stopped = walk.advance(control: RunControl(isInterrupted: { true }))
    guard case .interrupted? = stopped?.outcome else {
      Issue.record("\(String(describing: stopped))")
      return
    }
    #expect(walk.progress.done == 3)
    #expect(walk.session.cells.count == 3)
    guard case .cell(4, _)? = walk.advance()?.outcome else {
      Issue.record("the cell did not run")
      return
    }
  }
}
