import Notebooks
import Testing

@testable import Session
@testable import Workbench

/// Notes are the student's own wherever they are written in a walk, and nothing of a lesson loses them.
@Suite("Notes in a walk")
struct LessonNotesTests {
  private static let text = """
    # Sums

    ```overfit
    > let x = 1
    ```

    ```question sum
    ask How much is one more?
    answer x + 1
    ```

    ```exercise more
    check x > 2
    hint Think.
    solution
    > let x = 3
    ```

    The end. Write it down.
    """

  private func walk() throws -> LessonWalk {
    LessonWalk(try Notebook(text: Self.text, name: "sums.md"), settings: .testing())
  }

  /// The walk over everything, with a note at each place where something may be typed.
  private func walked(toEnd isSolved: Bool) throws -> LessonWalk {
    var walk = try walk()
    _ = walk.advance()
    _ = walk.submit("note before the cell")
    _ = walk.advance()
    _ = walk.submit("print 4")
    _ = walk.submit("\" at the question")
    _ = walk.answer(to: "2")
    _ = walk.advance()
    _ = walk.submit("note at the exercise")
    if isSolved {
      _ = walk.submit("let x = 9")
      walk.goOnFromBranch()
    } else {
      _ = walk.answer(to: "skip")
      _ = walk.advance()
    }
    while walk.nextStep != nil { _ = walk.advance() }
    _ = walk.submit("note at the end")
    return walk
  }

  private func notes(_ walk: LessonWalk) -> [String] {
    walk.session.markdown(title: "t").split(separator: "\n").map(String.init).filter {
      $0.contains("the cell") || $0.hasPrefix("at the")
    }
  }

  private static let all = [
    "before the cell", "at the question", "at the exercise", "at the end",
  ]

  @Test("stand in what is saved, each in its place", arguments: [true, false])
  func saved(isSolved: Bool) throws {
    #expect(notes(try walked(toEnd: isSolved)) == Self.all)
  }

  @Test("are kept with the place, and come back with it", arguments: [true, false])
  func kept(isSolved: Bool) throws {
    let progress = try walked(toEnd: isSolved).ownProgress
    let read = try #require(LessonProgress(Array(progress.text.utf8)))
    #expect(read == progress && read.isAtEnd)
    for note in Self.all { #expect(progress.text.contains(note)) }
    var again = try walk()
    let arrival = again.goOn(to: read)
    guard case .arrived = arrival else {
      Issue.record("\(arrival)")
      return
    }
    again.goBackOverProse()
    while again.nextStep != nil { _ = again.advance() }
    #expect(notes(again) == Self.all)
    #expect(again.ownProgress == progress)
  }

  @Test("are kept at each step at which a walk is left", arguments: 0...4)
  func left(behind count: Int) throws {
    var walk = try walk()
    for _ in 0..<count { _ = walk.advance() }
    _ = walk.submit("note at the place")
    #expect(walk.isBegun)
    var again = try self.walk()
    _ = again.goOn(to: walk.ownProgress)
    #expect(notes(again) == ["at the place"])
    _ = again.advance()
    #expect(notes(again) == ["at the place"])
  }

  @Test("stay where an exercise is taken as it was solved, with what was saved behind them")
  func takenAgain() throws {
    var walk = try walk()
    while walk.nextStep?.isExercise != true { _ = walk.advance() }
    for line in [
      "note before", "data circles points=20", "network", "add dense 1", "note at hand",
      "save network kept.safetensors", "load network kept.safetensors", "let x = 9", "note behind",
      "let x = 0", "note at last",
    ] {
      guard case .refused(let error) = walk.submit(line) else { continue }
      Issue.record("\(line): \(error)")
    }
    #expect(walk.canTakeAgain)
    #expect(walk.takeAgain() == nil)
    let said = ["before", "at hand", "behind", "at last"]
    let progress = walk.ownProgress
    for note in said { #expect(progress.text.contains("note \(note)"), "\(progress.text)") }
    // A teacher walks in these steps.
    var again = try self.walk()
    _ = again.goOn(to: progress)
    again.goBackOverProse()
    #expect(again.ownProgress == progress)
    #expect(!again.session.cells.contains { $0.source == "let x = 0" })
    for note in said {
      #expect(again.session.cells.count { $0.source == "note \(note)" } == 1, "\(note)")
    }
  }

  @Test("outlive reset, the way back and a new beginning", arguments: [true, false])
  func back(isSolved: Bool) throws {
    var walk = try walked(toEnd: isSolved)
    _ = walk.reset()
    #expect(notes(walk) == Self.all)
    walk.restart()
    #expect(notes(walk) == [])
    let progress = walk.ownProgress
    while walk.nextStep != nil { _ = walk.advance() }
    #expect(notes(walk) == Self.all)
    // Who begins again where the place was offered keeps them too.
    var again = try self.walk()
    again.keepRecords(of: try walked(toEnd: isSolved).ownProgress)
    again.restart()
    #expect(again.ownProgress.notes == progress.notes)
  }

  @Test("change nothing of what is handed in and proved")
  func proved() throws {
    let progress = try walked(toEnd: true).ownProgress
    var walk = try walk()
    walk.takeNotes(of: progress)
    while walk.progress.done < progress.done {
      let judged = walk.judgedStep != nil
      let proof = walk.prove(progress, RunControl())
      #expect(!proof.isLost && proof.isPassed == judged, "\(proof)")
    }
    #expect(notes(walk) == Self.all.dropLast())
  }
}

/// How often a question was answered is kept with the place.
@Suite("Tries in a walk")
struct LessonTriesTests {
  private func walk() throws -> LessonWalk {
    var walk = LessonWalk(
      try Notebook(
        text: "# Q\n\nProse.\n\n```question q\nask How much?\nanswer 3\n```\n", name: "q.md"),
      settings: .testing())
    while walk.nextStep?.isProse == true { _ = walk.advance() }
    return walk
  }

  @Test("they count over a break, and what is no answer counts for none")
  func kept() throws {
    var walk = try walk()
    for typed in ["4", "5", "", "hint", "solution", "low", "print 3"] { _ = walk.answer(to: typed) }
    #expect(walk.tries == 2)
    let progress = try #require(LessonProgress(Array(walk.ownProgress.text.utf8)))
    #expect(progress == walk.ownProgress && progress.tries == 2)
    var again = try self.walk()
    _ = again.goOn(to: progress)
    again.goBackOverProse()
    while again.nextStep?.isProse == true { _ = again.advance() }
    _ = again.answer(to: "3")
    #expect(again.answers.values.map(\.tries) == [3])
  }

  /// The ways on which one might lose a count.
  private enum Way: CaseIterable { case back, section, restart, offer, beginning, twice }

  private func gone(_ walk: LessonWalk, by way: Way) throws -> LessonWalk {
    var walk = walk
    let progress = try #require(LessonProgress(Array(walk.ownProgress.text.utf8)))
    switch way {
    case .back: walk.goBackOverProse()
    case .section: _ = walk.go(to: try #require(walk.sections.first))
    case .restart: walk.restart()
    case .offer, .twice:
      walk = try self.walk(mostTries: walk.mostTries)
      _ = walk.goOn(to: progress)
      if way == .twice { walk.restart() }
    case .beginning:
      walk = try self.walk(mostTries: walk.mostTries)
      walk.keepRecords(of: progress)
      walk.restart()
    }
    while walk.nextStep?.isProse == true { _ = walk.advance() }
    return walk
  }

  private func walk(mostTries: Int?) throws -> LessonWalk {
    var walk = try walk()
    walk.mostTries = mostTries
    return walk
  }

  @Test("no way back and forth takes one of them away, nor opens a question that is closed")
  func ways() throws {
    for way in Way.allCases {
      var walk = try walk(mostTries: 2)
      _ = walk.answer(to: "4")
      walk = try gone(walk, by: way)
      #expect(walk.tries == 1, "\(way)")
      guard case .wrong(let text) = walk.answer(to: "5") else {
        Issue.record("5 is taken")
        continue
      }
      #expect(Optional(text).lines.contains("The answer: 3"))
      walk = try gone(walk, by: way)
      guard case .stay = walk.answer(to: "3") else {
        Issue.record("\(way) opens it")
        continue
      }
      guard case .passed = walk.answer(to: "") else {
        Issue.record("\(way) leads no further")
        continue
      }
      _ = walk.advance()
      #expect(walk.ownProgress.openSteps(of: walk.notebook, mostTries: 2) == ["q"])
    }
  }

  @Test("two sessions at once have no more of them than one")
  func atOnce() throws {
    var (first, second) = (try walk(mostTries: 2), try walk(mostTries: 2))
    _ = first.answer(to: "4")
    _ = second.answer(to: "5")
    let kept = second.ownProgress.withTries(of: first.ownProgress)
    #expect(kept.tries == 2)
    #expect(kept.withTries(of: kept) == kept)
    _ = first.answer(to: "3")
    _ = first.advance()
    let open = first.ownProgress.withTries(of: kept).openSteps(of: first.notebook, mostTries: 2)
    #expect(open == ["q"])
    #expect(first.ownProgress.openSteps(of: first.notebook, mostTries: 2).isEmpty)
    // Nor does one answer what the other was shown.
    var (third, fourth) = (try walk(mostTries: 2), try walk(mostTries: 2))
    _ = third.answer(to: "solution")
    _ = fourth.answer(to: "3")
    _ = fourth.advance()
    let both = fourth.ownProgress.withTries(of: third.ownProgress)
    #expect(both.openSteps(of: fourth.notebook, mostTries: 2) == ["q"])
  }

  @Test("what another session was shown meanwhile is no answer here, and is said to be none")
  func shownElsewhere() throws {
    for words in [["solution"], ["skip"], ["4", "5"]] {
      var (here, other) = (try walk(mostTries: 2), try walk(mostTries: 2))
      for word in words { _ = other.answer(to: word) }
      here.takeRecords(madeElsewhere: other.ownProgress)
      guard case .stay(let text) = here.answer(to: "3") else {
        Issue.record("\(words): it is taken")
        continue
      }
      #expect(Optional(text).lines.contains { $0.hasPrefix("It takes no more answers") })
    }
    // What was answered there is answered here, and what is one's own stays so.
    var (here, other) = (try walk(mostTries: 2), try walk(mostTries: 2))
    _ = other.answer(to: "3")
    here.takeRecords(madeElsewhere: other.ownProgress)
    #expect(here.past.answer == "3")
    here.takeRecords(madeElsewhere: try walk(mostTries: 2).ownProgress)
    #expect(here.past.answer == "3")
  }

  @Test("a session that has stood still takes no right answer from another one")
  func standingStill() throws {
    let stale = try walk(mostTries: 2)
    var other = try walk(mostTries: 2)
    _ = other.answer(to: "3")
    _ = other.advance()
    let kept = stale.ownProgress.withTries(of: other.ownProgress)
    #expect(kept.openSteps(of: stale.notebook, mostTries: 2).isEmpty)
    #expect(kept.judgedSteps(of: stale.notebook, mostTries: 2).map(\.isDone) == [true])
    // Nor does one that passes it over, tries it, has it shown, or solves it in another way.
    for words in [["4", "5"], ["4", "solution"], ["solution"]] {
      var late = try walk(mostTries: 2)
      for word in words { _ = late.answer(to: word) }
      let both = late.ownProgress.withTries(of: other.ownProgress)
      #expect(both.openSteps(of: late.notebook, mostTries: 2).isEmpty, "\(words)")
    }
    var third = try walk(mostTries: 2)
    _ = third.answer(to: "skip")
    _ = third.advance()
    #expect(third.ownProgress.withTries(of: kept).answers.values.map(\.line) == ["3"])
    let solved = try WalkedLesson.walk(steps: 100).ownProgress
    let unsolved = try WalkedLesson.walk(steps: 1).ownProgress
    #expect(unsolved.withTries(of: solved).own == solved.own && !solved.own.isEmpty)
  }

  @Test("what was shown or passed over is no answer that is typed then")
  func shown() throws {
    for (word, way) in ["solution", "skip"].flatMap({ word in Way.allCases.map { (word, $0) } }) {
      var walk = try walk(mostTries: nil)
      _ = walk.answer(to: word)
      if word == "skip" { _ = walk.advance() }
      walk = try gone(walk, by: way)
      if walk.nextStep == nil { _ = walk.goBackOneCell() }
      while walk.nextStep?.isProse == true { _ = walk.advance() }
      _ = walk.answer(to: "3")
      _ = walk.advance()
      #expect(walk.ownProgress.openSteps(of: walk.notebook, mostTries: nil) == ["q"])
    }
  }

  @Test("a right answer stays one wherever one goes, and is no secret then")
  func answered() throws {
    for way in Way.allCases {
      var walk = try walk(mostTries: 1)
      _ = walk.answer(to: "3")
      _ = walk.advance()
      walk = try gone(walk, by: way)
      if walk.nextStep == nil { _ = walk.goBackOneCell() }
      while walk.nextStep?.isProse == true { _ = walk.advance() }
      for typed in ["solution", "4", "skip"] { _ = walk.answer(to: typed) }
      _ = walk.advance()
      #expect(walk.ownProgress.openSteps(of: walk.notebook, mostTries: 1).isEmpty, "\(way)")
    }
  }
}
