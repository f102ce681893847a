import Foundation
import SeededRandom
import Testing

@testable import Session
@testable import Workbench

/// What stands in a journal leads back to the same cells.
@Suite("A session that is taken up again")
struct RecoveryTests {
  private let folder: TemporaryFolder
  private let settings: SessionSettings

  init() throws {
    folder = try TemporaryFolder()
    var settings = SessionSettings.testing()
    settings.files = WorkingFolder()
    self.settings = settings
  }

  private func placed(_ line: String) -> String { line.replacing("@", with: "\(folder.path)/") }

  /// The session that the journal of another one leads to.
  private func recovered(_ record: SessionRecord) throws -> NotebookSession {
    var session = NotebookSession(settings: settings)
    for cell in record.cells { _ = try session.recover(cell) }
    if let file = record.file { session.recover(file) }
    return session
  }

  @Test("has the cells that it had after any lines, with the same outputs", arguments: 0..<12)
  func anyLines(seed: Int) throws {
    var generator = CommandGenerator(seed: UInt64(seed) + 900)
    var session = NotebookSession(settings: settings)
    var text = JournalText.beginning(folder: "/", seed: 0)
    var written = SessionRecord(seed: 0)
    for _ in 0..<14 {
      _ = session.submit(generator.line(cells: session.cells.count))
      let record = session.record
      if record != written { text += JournalText.change(from: written, to: record) }
      written = record
    }
    let read = try #require(JournalText(Array(text.utf8)))
    #expect(read.record == session.record)
    let again = try recovered(read.record)
    #expect(again.markdown(title: "a") == session.markdown(title: "a"))
    #expect(again.record == session.record)
  }

  @Test("writes nothing again, and finds what was saved")
  func writesNothing() throws {
    let lines =
      trainedCircles + [
        "save network @a.safetensors", "train epochs=1 checkpoint=every(1, @c.safetensors)",
        "load network @a.safetensors", "train epochs=2", "save network @a.safetensors",
        "load network @a.safetensors", "print loss()",
      ]
    let session = NotebookSession(running: lines.map(placed), settings: settings)
    let files = FileManager.default
    for name in try files.contentsOfDirectory(atPath: folder.path) {
      try Data("other".utf8).write(to: URL(fileURLWithPath: "\(folder.path)/\(name)"))
    }
    var again = try recovered(session.record)
    #expect(again.markdown(title: "a") == session.markdown(title: "a"))
    for name in ["a.safetensors", "c.safetensors"] {
      #expect(files.contents(atPath: "\(folder.path)/\(name)") == Data("other".utf8))
    }
    // The cells are the person's: from now on they write as ever.
    #expect(again.cells.allSatisfy { $0.rights == .person })
    #expect(again.flowingText(of: placed("save network @new.safetensors")).contains("saved in"))
  }

  @Test("leaves a file's cells the rights of a file")
  func rights() throws {
    let other = try TemporaryFolder()
    try other.write("a,b\n1,2\n3,4\n", to: "table.csv")
    try folder.write("print 1\n", to: "a.overfit")
    var session = NotebookSession(settings: settings)
    _ = session.submit(placed("run @a.overfit"))
    var record = session.record
    #expect(record.cells.map(\.holder) == [placed("@a.overfit")])
    record.cells[0].source = "data csv \(other.path)/table.csv target=a"
    #expect(throws: RecoveryStop.self) { try recovered(record) }
    record.cells[0].holder = nil
    #expect(try recovered(record).cells.count == 1)
  }

  @Test("takes up no line that is no cell, and saves nothing but what save does")
  func noCells() throws {
    try folder.write("print 1\n", to: "a.overfit")
    var session = NotebookSession(settings: settings)
    for source in ["run @a.overfit", "save @b.md", "undo", "quit", "", "fetch mnist"] {
      #expect(throws: RecoveryStop.self) { try session.recover(.init(placed(source))) }
    }
    var cell = RecordedCell("print 1")
    cell.saves = ["run @a.overfit", "undo", "save @b.md", "print 2"].map(placed)
    _ = try session.recover(cell)
    #expect(session.cells.map(\.source) == ["print 1"])
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.overfit"])
  }

  @Test("knows its file as long as that is as it was left")
  func file() throws {
    let lines = ["print 1", "print 2", "save @n.md", "undo", "print 3"]
    let session = NotebookSession(running: lines.map(placed), settings: settings)
    let again = try recovered(session.record)
    #expect(again.unsaved == session.unsaved)
    #expect(again.fileToSaveTo == placed("@n.md"))
    try folder.write("other", to: "n.md")
    #expect(try recovered(session.record).fileToSaveTo == nil)
  }
}
