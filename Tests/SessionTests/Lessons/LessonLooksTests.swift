import Notebooks
import Testing

@testable import Session
@testable import Workbench

/// The test split is opened once: a look at it stays a look in a walk, whatever becomes of its cell.
@Suite("Looks at the test split in a walk")
struct LessonLooksTests {
  private static let text = """
    # Points

    ```overfit
    > data circles points=40
    > split train=60% validation=20% test=20%
    > network
    > add dense 2 tanh
    > add dense 1 sigmoid
    > train epochs=1
    ```

    ```exercise closed
    check epochs() > 2
    check looks(test) == 0
    means the test split is still closed
    check hash(validation) == "HASH"
    hint Train.
    solution
    > train epochs=3
    ```

    ```exercise more
    check epochs() > 9
    check looks(test) == 0
    hint Train.
    solution
    > train epochs=10
    ```
    """

  private static let stays = "a look at the test split stays a look, also when it is taken back"

  private func walk() throws -> LessonWalk {
    let session = NotebookSession(
      running: ["data circles points=40", "split train=60% validation=20% test=20%"],
      settings: .testing())
    guard case .other(let hash) = session.value(of: "hash(validation)") else {
      throw NotebookError(file: "points.md", line: 1, problem: "there is no hash")
    }
    let text = Self.text.replacing("HASH", with: hash)
    var walk = LessonWalk(try Notebook(text: text, name: "points.md"), settings: .testing())
    while let step = walk.nextStep, !step.isExercise { _ = walk.advance() }
    return walk
  }

  /// The line under the mark of the test split.
  private func finding(_ walk: LessonWalk) -> String? {
    let lines = walk.standing.lines
    let mark = lines.firstIndex { $0.contains("still closed") }
    return mark.flatMap {
      lines[$0].hasPrefix("\\[x]") || lines[$0].hasPrefix("\\[x\\]") ? nil : lines[$0 + 1]
    }
  }

  @Test(
    "is not undone with its cell, nor by reset, nor by the same data again",
    arguments: [
      ["undo"], ["undo", "redo", "undo"],
      ["data circles points=40", "split train=60% validation=20% test=20%"],
      ["edit 7 print 1"], ["delete 7"],
    ])
  func staysALook(after lines: [String]) throws {
    var walk = try walk()
    #expect(finding(walk) == nil)
    _ = walk.submit("evaluate test")
    #expect(finding(walk)?.contains(Self.stays) == true)
    for line in lines { _ = walk.submit(line) }
    #expect(walk.session.state.data?.testLooks == 0)
    #expect(finding(walk)?.contains(Self.stays) == true, "\(walk.standing.lines)")
  }

  @Test("is none that a notebook knows: what is saved and replayed has the looks of its cells")
  func notebook() throws {
    var session = NotebookSession(
      running: [
        "data circles points=40", "split train=60% validation=20% test=20%", "network",
        "add dense 1 sigmoid", "train epochs=1", "evaluate test",
      ], settings: .testing())
    #expect(session.text(of: "undo").contains("the test split has been seen all the same"))
    #expect(session.lostLooks == 1)
    #expect(session.text(of: "print looks(test)") == "0")
    #expect(session.text(of: "show session").contains("test split looked at once"))
    _ = session.text(of: "undo")
    _ = session.text(of: "undo")
    #expect(!session.text(of: "redo").contains("seen"))
    #expect(session.lostLooks == 1)
    let notebook = try Notebook(text: session.markdown(title: "z"), name: "z.md")
    #expect(Replay(notebook, settings: .testing()).verdict == .equal)
  }

  @Test("outlives reset, the way back and a break, and ends where the lesson begins again")
  func kept() throws {
    var walk = try walk()
    _ = walk.submit("evaluate test")
    _ = walk.reset()
    #expect(finding(walk)?.contains(Self.stays) == true)
    _ = walk.goBackOneCell()
    _ = walk.advance()
    #expect(finding(walk)?.contains(Self.stays) == true)
    _ = walk.submit("train epochs=2")
    let bytes = Array(walk.ownProgress.text.utf8)
    let progress = try #require(LessonProgress(bytes))
    #expect(progress == walk.ownProgress)
    #expect(progress.lostLooks == 1 && progress.tried?.cells.map(\.source) == ["train epochs=2"])
    var again = try self.walk()
    let arrival = again.goOn(to: progress)
    #expect(arrival == .arrived(cells: 7))
    #expect(again.session.cells.count == 7)
    #expect(finding(again)?.contains(Self.stays) == true)
    again.restart()
    while let step = again.nextStep, !step.isExercise { _ = again.advance() }
    #expect(finding(again) == nil)
  }

  @Test("a look behind a solution takes nothing from it, and counts for what comes next")
  func behindASolution() throws {
    let text = Self.text.replacing("check epochs() > 2", with: "check rate() > 0.3")
      .replacing("check epochs() > 9", with: "check rate() > 0.3")
      .replacing("check hash(validation) == \"HASH\"\n", with: "")
    var walk = LessonWalk(try Notebook(text: text, name: "points.md"), settings: .testing())
    while let step = walk.nextStep, !step.isExercise { _ = walk.advance() }
    _ = walk.submit("train epochs=2 rate=0.4")
    #expect(walk.isSolvedNow)
    _ = walk.submit("evaluate test")
    #expect(!walk.isSolvedNow && walk.canTakeAgain)
    #expect(walk.takeAgain() == nil)
    #expect(!walk.session.cells.contains { $0.source == "evaluate test" })
    _ = walk.submit("train epochs=2 rate=0.5")
    #expect(!walk.isSolvedNow)
    #expect(walk.standing.lines.contains { $0.contains(Self.stays) })
  }

  @Test("counts once where its cell is kept with the place")
  func countedOnce() throws {
    var walk = try walk()
    _ = walk.submit("evaluate test")
    let progress = walk.ownProgress
    #expect(progress.lostLooks == 0)
    var again = try self.walk()
    _ = again.goOn(to: progress)
    #expect(finding(again)?.contains(Self.stays) == true)
  }

  @Test("other data than the lesson's is told in words")
  func otherData() throws {
    var walk = try walk()
    _ = walk.submit("split train=40% validation=40% test=20%")
    let lines = walk.standing.lines
    #expect(
      lines.contains(
        "    the data is not that of the lesson any more: data circles points=40, then "
          + "split train=60% validation=20% test=20% brings it back"), "\(lines)")
  }
}
