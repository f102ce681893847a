import Notebooks
import Testing

@testable import Session
@testable import Workbench

@Suite("Ways through a lesson")
struct LessonMovingTests {
  private static let steps = (try? WalkedLesson.walk())?.progress.of ?? 0

  @Test("going on from any step is walking there, whatever the student made of it")
  func goingOn() throws {
    for done in 0...Self.steps {
      let walk = try WalkedLesson.walk(steps: done)
      let progress = try #require(LessonProgress(Array(walk.progress(digest: 7).text.utf8)))
      #expect(progress == walk.progress(digest: 7))
      var again = try WalkedLesson.walk()
      guard case .arrived = again.goOn(to: progress) else {
        Issue.record("it did not arrive at \(done)")
        continue
      }
      #expect(again.progress.done == done)
      #expect(again.written == walk.written)
      #expect(again.progress(digest: 7) == progress)
      // And the way back is there too.
      while again.goBackOneCell() {}
      #expect(again.session.cells.isEmpty)
    }
  }

  @Test("going back leads to the state of then, and on again to the same")
  func back() throws {
    for done in 0...Self.steps {
      var walk = try WalkedLesson.walk(steps: Self.steps)
      let end = walk.written
      while walk.progress.done > done, walk.goBackOneCell() {}
      #expect(walk.written == (try WalkedLesson.walk(steps: walk.progress.done)).written)
      var again = walk
      while let step = again.nextStep {
        guard case .own = step else {
          _ = again.advance()
          continue
        }
        _ = again.submit("let z = 40")
        _ = again.submit("let x = z + 2")
        again.goOnFromBranch()
      }
      #expect(again.written == end)
    }
  }

  @Test("an exercise that was solved is taken as it was, wherever one went in between")
  func takenAgain() throws {
    let solved = try WalkedLesson.walk(steps: Self.steps)
    for isOffered in [false, true] {
      var walk = solved
      if isOffered {
        walk = try WalkedLesson.walk()
        walk.keepRecords(of: try #require(LessonProgress(Array(solved.ownProgress.text.utf8))))
      }
      walk.restart()
      #expect(walk.ownProgress.openSteps(of: walk.notebook, mostTries: 1).isEmpty)
      while walk.nextStep != nil {
        guard walk.canTakeAgain else {
          _ = walk.advance()
          continue
        }
        #expect(walk.standing.lines.contains { $0.hasPrefix("You have solved it before") })
        #expect(walk.takeAgain() == nil)
      }
      #expect(walk.written == solved.written)
      #expect(walk.ownProgress == solved.ownProgress)
    }
  }

  @Test(
    "an exercise whose checks hold is solved, also where one goes elsewhere before the return key",
    arguments: ["back", "skip", "reset"])
  func solvedOnTheWay(_ way: String) throws {
    let text = """
      # One

      ```exercise one
      check x > 2
      hint Think.
      solution
      > let x = 3
      ```
      """
    var walk = LessonWalk(try Notebook(text: text, name: "one.md"), settings: .testing())
    while walk.nextStep?.isExercise == false { _ = walk.advance() }
    for line in ["let y = 2", "note mine", "let x = y + 2"] { _ = walk.submit(line) }
    switch way {
    case "back": walk.restart()
    case "skip":
      _ = walk.advance()
      walk.restart()
    default: _ = walk.reset()
    }
    while walk.nextStep?.isExercise == false { _ = walk.advance() }
    #expect(walk.canTakeAgain)
    #expect(walk.takeAgain() == nil)
    let lines = walk.session.markdown(title: "t").split(separator: "\n")
    #expect(lines.filter { $0 == "> let x = y + 2" }.count == 1)
    #expect(lines.filter { $0 == "mine" }.count == 1)
    #expect(!lines.contains("> let x = 3"))
  }

  @Test(
    "solved stays solved: whatever is tried behind it, the return key goes on with what solved it",
    arguments: [
      ["let x = 1"], ["let x = 1", "note more"], ["undo"], ["reset", "print y"], ["reset"],
      ["let x = 1", "reset", "let x = 2"],
    ])
  func staysSolved(after lines: [String]) throws {
    let text = """
      # One

      ```exercise one
      check x > 2
      check x < 100
      hint Think.
      solution
      > let x = 3
      ```
      """
    let notebook = try Notebook(text: text, name: "one.md")
    var walk = LessonWalk(notebook, settings: .testing())
    while walk.nextStep?.isExercise == false { _ = walk.advance() }
    for line in ["note mine", "let y = 2", "let x = y + 2"] { _ = walk.submit(line) }
    #expect(walk.standing.lines.contains("Solved: the return key goes on.") && !walk.canTakeAgain)
    for line in lines {
      if line == "reset" { _ = walk.reset() } else { _ = walk.submit(line) }
    }
    #expect(
      walk.standing.lines.contains {
        $0.hasSuffix("You have solved it before: the return key takes it as you did.")
      }, "\(walk.standing.lines)")
    #expect(walk.ownProgress.judgedSteps(of: notebook).map(\.isDone) == [true])
    // So it is where one comes back to it, too.
    var again = LessonWalk(notebook, settings: .testing())
    _ = again.goOn(to: try #require(LessonProgress(Array(walk.ownProgress.text.utf8))))
    for var walk in [walk, again] {
      #expect(walk.canTakeAgain)
      #expect(walk.takeAgain() == nil)
      #expect(walk.nextStep == nil)
      let written = walk.written.split(separator: "\n").map(String.init)
      #expect(written.contains("> let x = y + 2") && !written.contains("> let x = 1"))
      #expect(written.filter { $0 == "mine" }.count == 1)
      #expect(written.filter { $0 == "more" }.count == (lines.contains("note more") ? 1 : 0))
    }
  }

  @Test("what does not hold any more after another way there is open again, and says so")
  func otherWay() throws {
    let text = """
      # Two

      ```exercise one
      check x > 2
      hint Think.
      solution
      > let x = 3
      ```

      ```exercise two
      check y > 7
      hint Think.
      solution
      > let y = 8
      ```
      """
    var walk = LessonWalk(try Notebook(text: text, name: "two.md"), settings: .testing())
    for lines in [["let x = 3"], ["let y = x + 6"]] {
      while walk.nextStep?.isExercise == false { _ = walk.advance() }
      for line in lines { _ = walk.submit(line) }
      walk.goOnFromBranch()
    }
    #expect(walk.ownProgress.openSteps(of: walk.notebook).isEmpty)
    walk.restart()
    while walk.nextStep?.isExercise == false { _ = walk.advance() }
    _ = walk.submit("let x = 2.5")
    walk.goOnFromBranch()
    #expect(walk.takeAgain() == nil)
    walk.restart()
    while walk.nextStep?.isExercise == false { _ = walk.advance() }
    for line in ["let x = 7", "let x = x - 4"] { _ = walk.submit(line) }
    walk.goOnFromBranch()
    #expect(walk.takeAgain() == nil)
    _ = walk.goBackOneCell()
    _ = walk.goBackOneCell()
    while walk.nextStep?.isExercise == false { _ = walk.advance() }
    _ = walk.submit("let x = 0.5")
    walk.goOnFromBranch()
    let stop = walk.takeAgain()
    #expect(stop?.reason == "its checks don't hold any more after what you did then")
    #expect(walk.ownProgress.openSteps(of: walk.notebook) == ["two"] && !walk.canTakeAgain)
  }

  @Test("what was tried at an exercise is kept with what came of it, and counts for no question")
  func attempts() throws {
    var walk = try WalkedLesson.walk()
    while walk.nextStep?.isExercise == false { _ = walk.advance() }
    for line in ["let x = 2", "print x", "let x = 3"] { _ = walk.submit(line) }
    _ = walk.reset()
    walk.restart()
    let given = walk.ownProgress.given.values.flatMap(\.self)
    #expect(
      given == ["let x = 2 · the check fails; 2 is not > 2 · off by 0", "let x = 3 · solved"])
  }

  @Test("a text of a place that is cut off anywhere, or is another one, is read as no other place")
  func broken() throws {
    let text = Array(try WalkedLesson.walk(steps: Self.steps).progress(digest: 7).text.utf8)
    let whole = try #require(LessonProgress(text))
    for end in 0..<text.count {
      guard let part = LessonProgress(Array(text[..<end])) else { continue }
      #expect((part.done, part.of, part.digest) == (whole.done, whole.of, 7), "\(end)")
    }
    for line in ["Overfit lesson 2", "digest 1\ndone 5 of 3\nat x", "done -1 of 3"] {
      #expect(LessonProgress(Array("\(line)\n".utf8)) == nil)
    }
  }

  @Test("sections have their cells, and are found by number, beginning and word")
  func sections() throws {
    var walk = try WalkedLesson.walk()
    #expect(walk.sections.map(\.title) == ["Small numbers", "Large numbers"])
    #expect(walk.sections.map(\.cells) == [1..<3, 3..<7])
    #expect(walk.sections(named: "2").map(\.title) == ["Large numbers"])
    #expect(walk.sections(named: "large").map(\.title) == ["Large numbers"])
    #expect(walk.sections(named: "numbers").count == 2)
    #expect(walk.sections(named: "none").isEmpty)
    #expect(walk.sections(named: "0").isEmpty)
    #expect(walk.sections(named: "\(Int.min)").isEmpty)
    let (first, second) = (walk.sections[0], walk.sections[1])
    let ahead = walk.go(to: second)
    #expect(ahead == .arrived(cells: 2))
    #expect(walk.place == "cell 3 of 6 · Large numbers")
    let back = walk.go(to: first)
    #expect(back == .arrived(cells: 0))
    #expect(walk.place == "cell 1 of 6 · Small numbers")
    #expect(walk.session.cells.isEmpty)
  }

  @Test("a way on that is stopped leaves the walk where it was")
  func interrupted() throws {
    let progress = try WalkedLesson.walk(steps: Self.steps).progress(digest: 7)
    var walk = try WalkedLesson.walk(steps: 3)
    let before = walk.written
    let stopping = RunControl(isInterrupted: { true })
    let section = walk.sections[1]
    let arrivals = [
      walk.goOn(to: progress, control: stopping), walk.go(to: section, control: stopping),
    ]
    #expect(arrivals == [.interrupted, .interrupted])
    #expect(walk.progress.done == 3)
    #expect(walk.written == before)
  }

  @Test("what was tried is forgotten by reset, and only that")
  func reset() throws {
    var walk = try WalkedLesson.walk(steps: 4)
    let before = walk.written
    let nothing = walk.reset()
    #expect(!nothing)
    _ = walk.submit("let x = 100")
    let something = walk.reset()
    #expect(something)
    #expect(walk.written == before)
  }
}
