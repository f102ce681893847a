import SeededRandom
import Testing
import Workbench

@testable import Session

@Suite("What a journal is told of a session")
struct WrittenSessionTests {
  private let lines = [
    "let a = 1", "let a = 2", "print a", "note a remark", "edit 2 let a = 3", "edit 1 print 7",
    "edit 3 note another remark", "undo", "undo 2", "redo", "save network a.safetensors",
    "data circles", "network", "add dense 1 sigmoid", "for i in 1..2\n  print i\nend",
  ]

  @Test("line by line leads to the session, after any lines, edits, undos and saves")
  func lineByLine() throws {
    var random = SeededGenerator(seed: 3)
    for seed in 0..<30 as Range<UInt64> {
      var session = NotebookSession(settings: SessionSettings.testing(seed: seed))
      var written = WrittenSession(SessionRecord(seed: seed))
      var text = JournalText.beginning(folder: "/", seed: seed)
      for number in 0..<40 {
        _ = session.submit(random.pick(lines))
        // A change whose writing failed is told again with the next one.
        let isLost = random.below(5) == 0
        if let change = written.change(to: session), !isLost {
          text += change.text
          written.note(change)
        }
        if number == 20 {
          written = try WrittenSession(#require(JournalText(Array(text.utf8))).record)
        }
      }
      if let change = written.change(to: session) { text += change.text }
      #expect(try #require(JournalText(Array(text.utf8))).record == session.record)
    }
  }

  @Test("says how many cells the file of the notebook has, whatever has changed since it was saved")
  func cellsInFile() throws {
    let folder = try StrangersFolder()
    var random = SeededGenerator(seed: 5)
    var session = NotebookSession(settings: folder.settings())
    let lines =
      lines.filter { !$0.hasPrefix("save") }
      + ["save \(folder.path)/notes.md", "delete 2", "delete 1", "undo 3", "redo 2"]
    for _ in 0..<300 {
      _ = session.submit(random.pick(lines))
      let same = zip(session.cells, session.file?.sources ?? []).prefix { $0.source == $1 }.count
      #expect(session.cellsInFile == same)
    }
    #expect(session.file != nil)
  }

  @Test("is the last cell alone, where a cell was added or something saved")
  func lastCell() throws {
    var session = NotebookSession(settings: SessionSettings.testing())
    var written = WrittenSession(session.record)
    for number in 0..<5 {
      _ = session.submit("print \(number)")
      let change = try #require(written.change(to: session))
      #expect(
        change.text
          == "keep \(number)\n> print \(number)\n= \(number + 1) cell\(number == 0 ? "" : "s"), not saved\n"
      )
      written.note(change)
      #expect(written.change(to: session) == nil)
    }
  }
}
