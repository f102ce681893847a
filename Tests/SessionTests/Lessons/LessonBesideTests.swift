import Language
import Notebooks
import Session
import Testing

@testable import Workbench

/// What a student has typed beside the cells of a lesson, when the lesson goes on.
@Suite("Lines beside a lesson")
struct LessonBesideTests {
  /// A walk that stands at the second of its cells.
  private func walk() throws -> LessonWalk {
    var walk = try WalkedLesson.walk()
    while walk.cellNumber != 2 { _ = walk.advance() }
    return walk
  }

  @Test("are taken up again by the way back, behind the cell that they were typed before")
  func back() throws {
    var walk = try walk()
    _ = walk.submit("let own = 7")
    _ = walk.submit("print own + x")
    #expect(walk.isBeside)
    #expect(walk.triedCount == 2)
    let beside = walk.written
    _ = walk.advance()
    #expect(!walk.isBeside)
    #expect(!walk.written.contains("own"))
    #expect(walk.goBackOneCell() == true)
    #expect(walk.written == beside)
    #expect(walk.cellNumber == 2)
    var session = walk.session
    #expect(session.text(of: "print own + x") == "8")
  }

  @Test("are those of the cell that the way back leads to, however far on the student was")
  func farther() throws {
    var walk = try walk()
    _ = walk.submit("let own = 7")
    _ = walk.advance()
    while walk.nextStep?.isExercise == false { _ = walk.advance() }
    #expect(walk.goBackOneCell() == true)
    #expect(walk.isBeside)
    // Who goes on again leaves them behind once more; who begins again has none.
    _ = walk.advance()
    walk.restart()
    #expect(!walk.isBeside)
    while walk.cellNumber != 3 { _ = walk.advance() }
    #expect(walk.goBackOneCell() == true)
    #expect(!walk.isBeside)
  }

  @Test("stand there again with the notes among them, each of which stands once")
  func notes() throws {
    var walk = try walk()
    _ = walk.submit("let own = 7")
    _ = walk.submit("\"seven is mine")
    _ = walk.advance()
    #expect(walk.written.contains("seven is mine"))
    #expect(walk.goBackOneCell() == true)
    #expect(walk.triedCount == 1)
    #expect(walk.written.split(separator: "seven is mine").count == 2)
    #expect(walk.reset() == true)
    #expect(!walk.isBeside)
  }

  @Test(
    "count by what was typed, and not by the cells of the lesson that ran again behind a change")
  func edited() throws {
    var walk = try walk()
    _ = walk.advance()
    #expect(walk.session.cells.count == 2)
    _ = walk.submit("edit 1 let x = 5")
    #expect(walk.triedCount == 1)
    #expect(walk.session.cells.map(\.source) == ["let x = 5", "print x"])
    _ = walk.submit("delete 2")
    #expect(walk.isBeside)
  }

  @Test("that only take cells of the lesson away are beside it as well")
  func undone() throws {
    var walk = try walk()
    _ = walk.submit("undo")
    #expect(walk.triedCount == 0)
    #expect(walk.isBeside)
  }

  @Test("make a cell that was opened anew, and all that follow it, as at the prompt")
  func replaced() throws {
    var walk = try walk()
    _ = walk.advance()
    let outcome = walk.replace(cell: 1, with: "let x = 5")
    guard case .notebook(_, let rerun, _) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(rerun == [1, 2])
    #expect(Transcript.standard.output(of: outcome, source: "", in: walk.session).last == "5")
    let failed = walk.replace(cell: 1, with: "let x = nothing_there").fault
    #expect(failed != nil)
    #expect(walk.session.cells.map(\.source) == ["let x = 5", "print x"])
    let missing = walk.replace(cell: 9, with: "let x = 5").fault?.message
    #expect(missing == "there is no such cell")
  }

  @Test("that fail are no cells at a terminal, and are cells in a pipe")
  func failing() throws {
    var walk = try walk()
    _ = walk.submit("print nothing_there")
    #expect(walk.session.cells.count == 2)
    walk = try self.walk()
    walk.keep(.atTerminal)
    let fault = walk.submit("print nothing_there").fault
    #expect(fault != nil)
    #expect(walk.session.cells.count == 1)
    #expect(!walk.isBeside)
  }
}
