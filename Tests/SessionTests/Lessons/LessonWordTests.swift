import Language
import Notebooks
import Testing

@testable import Session
@testable import Workbench

/// The words of a walk, in it and elsewhere.
@Suite("Words of a walk")
struct LessonWordTests {
  private static let words = LessonWord.ofWalksAlone.map(\.rawValue)

  private func hints(of line: String, in walk: inout LessonWalk) -> [String] {
    walk.submit(line).fault?.hints ?? []
  }

  @Test("are known to help everywhere, which says where they work", arguments: words)
  func help(_ word: String) throws {
    var session = NotebookSession(settings: .testing())
    let lines = session.lines(of: "help \(word)")
    #expect(lines.first?.hasPrefix(word) == true)
    #expect(
      lines.last == "It works in a lesson: learn dropout opens one, and help lists its words there."
    )
    var walk = try WalkedLesson.walk()
    guard case .notebook = walk.submit("help \(word)") else {
      Issue.record("help \(word) in a walk")
      return
    }
  }

  @Test("are refused outside of one, all in the same way", arguments: words)
  func outside(_ word: String) {
    var session = NotebookSession(settings: .testing())
    for line in [word, "\(word) 3"] {
      let fault = session.submit(line).fault
      #expect(fault?.message == "unknown command \"\(word)\"")
      #expect(fault?.hints.first == "\(word) works in a lesson: learn dropout opens one")
    }
  }

  @Test(
    "are suggested in a walk where they are nearly typed",
    arguments: [
      ("reprot", "report"), ("nxet", "next"), ("hnit", "hint"), ("sulotion", "solution"),
      ("got 3", "goto"), ("restrt", "restart"), ("wher", "where"), ("handn x.txt", "handin"),
    ])
  func suggested(_ typed: String, _ word: String) throws {
    var walk = try WalkedLesson.walk()
    let hints = hints(of: typed, in: &walk)
    #expect(hints.count == 1 && hints[0].hasPrefix("did you mean: ") && hints[0].contains(word))
    #expect(walk.triedCount == 0)
  }

  @Test("say in a walk that nothing stands behind them")
  func nothingBehind() throws {
    var walk = try WalkedLesson.walk()
    let fault = walk.submit("back 2").fault
    #expect(fault?.message == "back has nothing behind it")
    #expect(fault?.hints == ["it is typed: back"])
    #expect(hints(of: "trane", in: &walk) == ["did you mean: train"])
  }

  @Test("the checks of an exercise come behind a line that changes something, and behind no other")
  func reminder() throws {
    var walk = try WalkedLesson.walk()
    while walk.nextStep?.isExercise == false { _ = walk.advance() }
    for line in ["cells", "runs", "help train", "explain bias", "print x", "trane", "note Mine"] {
      _ = walk.submit(line)
      #expect(walk.reminder == nil, "\(line)")
    }
    for line in ["let x = 1.5", "undo", "redo", "edit 1 let x = 1", "let y = 2"] {
      _ = walk.submit(line)
      #expect(walk.reminder != nil, "\(line)")
    }
    #expect(walk.standing != nil)
  }
}
