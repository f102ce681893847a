import Notebooks
import Testing

@testable import Session
@testable import Workbench

@Suite("A lesson and the student's own things")
struct LessonDataTests {
  private static let text = """
    ---
    needs: mnist
    ---
    # Digits

    ```overfit
    > seed 1
    > data mnist
    > split validation=10%
    ```
    """

  @Test("goes on with other data where its own are not here")
  func standIn() throws {
    var walk = LessonWalk(try Notebook(text: Self.text, name: "d.md"), settings: .testing())
    while case .prose? = walk.nextStep { _ = walk.advance() }
    #expect(walk.missingNeeds == ["mnist"])
    #expect(walk.missingData == nil)
    let tooEarly = walk.standIn("data digits images=50")
    #expect(tooEarly.map { _ in 0 } == nil)
    _ = walk.advance()
    #expect(walk.missingData == "mnist")
    for line in ["print 1", "data digits images=0"] {
      let outcome = walk.standIn(line)
      #expect(outcome.map { _ in 0 } == nil, "\(line)")
    }
    guard case .cell(2, _)? = walk.standIn("data digits images=50") else {
      Issue.record("it does not stand in")
      return
    }
    #expect(walk.missingData == nil)
    let progress = walk.progress(digest: 1)
    _ = walk.advance()
    #expect(
      walk.session.cells.map(\.source) == [
        "seed 1", "data digits images=50", "split validation=10%",
      ])
    #expect(walk.session.cells.allSatisfy { !$0.hasFailed })
    var again = LessonWalk(try Notebook(text: Self.text, name: "d.md"), settings: .testing())
    let arrival = again.goOn(to: progress)
    #expect(arrival == .arrived(cells: 2))
    #expect(again.session.cells.map(\.source) == ["seed 1", "data digits images=50"])
  }

  @Test("a way on stops before data that are not here")
  func stopped() throws {
    var walk = LessonWalk(try Notebook(text: Self.text, name: "d.md"), settings: .testing())
    let end = LessonProgress(digest: 1, done: 4, of: 4, place: "", own: [:], said: [:])
    let arrival = walk.goOn(to: end)
    #expect(arrival == .stopped("mnist is not on this machine"))
    #expect(walk.session.cells.map(\.source) == ["seed 1"])
  }

  @Test("is never written over, while a notebook of the student's is saved and replays")
  func saving() throws {
    let folder = try TemporaryFolder()
    let lesson = "\(folder.path)/sums.md"
    let text = WalkedLesson.text
    try WorkingFolder().write(Array(text.utf8), to: lesson)
    var settings = SessionSettings.testing()
    settings.files = WorkingFolder()
    var walk = LessonWalk(
      try Notebook(text: text, name: lesson), settings: settings, by: .learn)
    for _ in 0..<5 { _ = walk.advance() }
    _ = walk.submit("let own = 5")
    for line in [
      "save \(lesson)", "save \(lesson) overwrite=yes",
      "save \(folder.path)/./sums.md overwrite=yes",
    ] {
      guard case .refused = walk.submit(line) else {
        Issue.record("\(line) is done")
        continue
      }
    }
    #expect(try folder.text(of: "sums.md") == text)
    let mine = "\(folder.path)/mine.md"
    guard case .notebook = walk.submit("save \(mine)") else {
      Issue.record("it is not saved")
      return
    }
    let saved = try folder.text(of: "mine.md")
    #expect(saved.contains("> let own = 5"))
    #expect(saved.contains("> print x"))
    let replay = Replay(try Notebook(text: saved, name: mine), settings: settings)
    #expect(replay.verdict == .equal)
    // It goes on being the student's file, whatever the lesson does next.
    _ = walk.advance()
    _ = walk.submit("let more = 6")
    guard case .notebook = walk.submit("save") else {
      Issue.record("it is not saved again")
      return
    }
    #expect(try folder.text(of: "mine.md").contains("> let more = 6"))
    #expect(folder.names == ["mine.md", "sums.md"])
  }
}
