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
    again.keepNotes(of: try walked(toEnd: isSolved).ownProgress)
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
}
