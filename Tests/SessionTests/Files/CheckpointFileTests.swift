import Foundation
import Language
import Session
import Testing

@testable import Workbench

/// The file of a checkpoint is never worse than before the cell that writes it.
@Suite("Files of checkpoints come and go with their cells")
struct CheckpointFileTests {
  private let folder: TemporaryFolder
  private let file: String
  private let settings: SessionSettings

  init() throws {
    folder = try TemporaryFolder()
    file = "\(folder.path)/c.safetensors"
    var settings = SessionSettings.testing()
    settings.files = WorkingFolder()
    self.settings = settings
  }

  private var bytes: Data? { FileManager.default.contents(atPath: file) }

  /// A session in which a network has learned, with its checkpoint.
  private func session(trained: Bool = true) -> NotebookSession {
    let lines = [
      "data circles points=60", "split validation=20%", "network", "add dense 8 relu",
      "add dense 8 relu", "add dense 1 sigmoid",
    ]
    return NotebookSession(
      running: lines + (trained ? ["train epochs=3 checkpoint=\(file)"] : []), settings: settings)
  }

  private let diverging = "train epochs=50 rate=1 optimizer=sgd momentum=0.999 l2=3"

  @Test("a training that diverges leaves the good one", arguments: [true, false])
  func diverged(_ isThere: Bool) {
    var session = session(trained: isThere)
    let before = bytes
    #expect((before != nil) == isThere)
    let text = session.text(of: "\(diverging) checkpoint=\(file)")
    #expect(session.cells.last?.hasFailed == true, "\(text)")
    #expect(bytes == before)
    #expect(
      session.text(of: "\(diverging) checkpoint=best(\(file), monitor=loss)").contains("train"))
    #expect(bytes == before)
  }

  @Test("a loop or a rule that fails after a training takes its checkpoint back")
  func failedCell() {
    var session = session()
    let before = bytes
    _ = session.submit("train epochs=2 checkpoint=\(file)\nprint nothing")
    #expect(session.cells.last?.hasFailed == true)
    #expect(bytes == before)
    let outcome = session.submit(
      "for r in 0.1, 0.2\n  train rate=r epochs=20 checkpoint=\(file)\nend",
      control: .interrupting(atPoll: 30))
    guard case .interrupted = outcome else {
      Issue.record("it was not interrupted")
      return
    }
    #expect(bytes == before)
  }

  @Test("undo puts back what was there, and redo what the cell wrote", arguments: [true, false])
  func undone(_ isThere: Bool) {
    var session = session(trained: isThere)
    let before = bytes
    _ = session.submit("train epochs=2 checkpoint=\(file)")
    let after = bytes
    #expect(after != before)
    for _ in 0..<2 {
      #expect(!session.staysWithin(Script(parsing: "undo")))
      _ = session.submit("undo")
      #expect(bytes == before)
      #expect(!session.staysWithin(Script(parsing: "redo")))
      _ = session.submit("redo")
      #expect(bytes == after)
    }
    _ = session.submit("let a = 1")
    #expect(session.staysWithin(Script(parsing: "undo")))
    _ = session.submit("undo")
    #expect(session.staysWithin(Script(parsing: "redo")))
    _ = session.submit("delete \(session.cells.count)")
    #expect(bytes == before)
    _ = session.submit("undo")
    #expect(bytes == after)
  }

  @Test("an edit writes anew, and one that fails leaves it")
  func edited() {
    var session = session()
    let before = bytes
    let count = session.cells.count
    _ = session.submit("edit \(count) train epochs=1 checkpoint=\(file)")
    let edited = bytes
    #expect(edited != before)
    _ = session.submit("edit \(count) \(diverging) checkpoint=\(file)")
    #expect(bytes == edited)
    _ = session.submit("edit \(count) train epochs=2")
    #expect(bytes == nil)
    _ = session.submit("undo")
    #expect(bytes == edited)
    _ = session.submit("undo")
    #expect(bytes == before)
  }

  @Test("what another program has put there since stays, and that is said")
  func changedByOthers() throws {
    var session = session()
    try Data("other".utf8).write(to: URL(fileURLWithPath: file))
    #expect(session.flowingText(of: "undo").contains("could not be put back"))
    #expect(bytes == Data("other".utf8))
  }
}
