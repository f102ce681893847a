import Foundation
import Notebooks
import SeededRandom
import Session
import Testing

@testable import Workbench

/// What a cell finds in a file that the session wrote is decided by the cells above it.
@Suite("Saved files are the notebook's own memory")
struct SavedFilesTests {
  private let folder: TemporaryFolder
  private let settings: SessionSettings

  init() throws {
    folder = try TemporaryFolder()
    var settings = SessionSettings.testing()
    settings.files = WorkingFolder()
    self.settings = settings
  }

  private let layers = [
    "data circles points=12", "network", "add dense 2 tanh", "add dense 1 sigmoid",
    "train epochs=1",
  ]

  private func session(_ lines: [String]) -> NotebookSession {
    NotebookSession(running: lines.map(placed), settings: settings)
  }

  /// A line with the folder in the place of "@".
  private func placed(_ line: String) -> String { line.replacing("@", with: "\(folder.path)/") }

  /// Replays what the session would save, from the same disk.
  private func expectReplay(_ session: NotebookSession, _ context: String) throws {
    let text = session.markdown(title: "z")
    let notebook = try Notebook(bytes: Array(text.utf8), name: "\(folder.path)/z.md")
    #expect(Replay(notebook, settings: settings).verdict == .equal, "\(context)\n\(text)")
  }

  @Test("a file that is saved, loaded and saved again is in the replay what it was")
  func saveLoadSave() throws {
    let session = session(
      layers + [
        "save network @q.safetensors", "load network @q.safetensors", "train epochs=2",
        "save network @q.safetensors", "save weights @unread.npz",
      ])
    let text = session.markdown(title: "z")
    #expect(text.components(separatedBy: "> save network").count == 2)
    #expect(!text.contains("unread"))
    try expectReplay(session, "q")
  }

  @Test("weights, predictions and an undone checkpoint too")
  func otherThings() throws {
    try expectReplay(
      session(
        layers + [
          "save weights @w.npz", "train epochs=2", "load weights @w.npz", "save weights @w.npz",
          "predict train", "save predictions @p.csv", "data csv @p.csv target=predicted",
          "data circles points=8", "predict train", "save predictions @p.csv",
        ]), "things")
    try expectReplay(
      session(
        layers + [
          "train epochs=3 checkpoint=@c.safetensors", "undo", "train checkpoint=@c.safetensors",
          "load network @c.safetensors", "train epochs=1 checkpoint=@c.safetensors",
        ]), "checkpoint")
  }

  @Test("what was undone is read from the disk, and is then not written over")
  func undone() throws {
    var session = session(
      layers + [
        "train epochs=3", "save network @c.safetensors", "undo", "load network @c.safetensors",
      ])
    #expect(session.cells.last?.source.hasPrefix("load") == true)
    try expectReplay(session, "read back")
    let count = session.cells.count
    for line in ["save network @c.safetensors overwrite=yes", "train checkpoint=@c.safetensors"] {
      #expect(session.flowingText(of: placed(line)).contains("another name keeps both"))
    }
    #expect(session.cells.count == count)
    try expectReplay(session, "kept")
    // The cell may be taken back, and come back.
    _ = session.submit("undo")
    #expect(
      session.flowingText(of: placed("save network @c.safetensors overwrite=yes"))
        .contains("another name keeps both"))
    _ = session.submit("redo")
    try expectReplay(session, "redone")
  }

  @Test("saved again, in memory, when a cell above it changes")
  func edited() throws {
    var session = session(
      layers + ["save network @q.safetensors", "train epochs=2", "load network @q.safetensors"])
    let before = session.text(of: "print hash(weights(1))")
    #expect(!session.text(of: "edit 5 train epochs=4").contains("^"))
    #expect(session.text(of: "print hash(weights(1))") != before)
    try expectReplay(session, "edited")
  }

  @Test("what another program has changed since is neither taken nor passed over in silence")
  func changedOutside() throws {
    var session = session(layers + ["save weights @w.npz", "train epochs=2"])
    let other = self.session(layers + ["train epochs=7", "save weights @other.npz"])
    #expect(other.cells.count == 6)
    let bytes = try Data(contentsOf: folder.url.appending(path: "other.npz"))
    try folder.write([UInt8](bytes), to: "w.npz")
    let count = session.cells.count
    #expect(session.flowingText(of: placed("load weights @w.npz")).contains("another program"))
    #expect(session.cells.count == count)
    #expect(!session.text(of: placed("load weights @other.npz")).contains("^"))
    try expectReplay(session, "other")
  }

  @Test("they count as what the notebook holds; for what has no room the disk's own is read")
  func memory() throws {
    var session = session([
      "set memory 0.0625", "data circles points=12", "network", "add dense 1500 tanh",
      "add dense 1500 tanh", "initialize",
    ])
    let held = session.state.heldBytes
    for number in 1...9 { _ = session.submit(placed("save weights @\(number).npz")) }
    let size = try Data(contentsOf: folder.url.appending(path: "9.npz")).count
    let kept = session.state.savedFiles
    #expect(size > 9_000_000 && (2..<7).contains(kept.contents.count))
    #expect(session.state.heldBytes == held + kept.bytes(notIn: SavedFiles()))
    #expect(session.state.heldBytes <= session.state.memoryLimit)
    #expect(session.text(of: placed("load weights @9.npz")).contains("^"))
    // Undo gives back what they hold: they were saved after the second cell from the end.
    _ = session.submit("undo")
    _ = session.submit("undo")
    #expect(session.state.heldBytes < held)
    #expect(!session.text(of: placed("load weights @9.npz")).contains("^"))
  }

  @Test("a failure to write is no cell", arguments: ["@none/x.safetensors", "@sub", "@text/x.md"])
  func failedWriting(_ name: String) throws {
    try folder.write("", to: "sub/a")
    try folder.write("text", to: "text")
    try folder.write("text", to: "there.safetensors")
    var session = session(layers)
    for line in [
      "train checkpoint=\(name.replacing("x.md", with: "x.safetensors"))",
      "train checkpoint=@there.safetensors",
      "for i in 1..2\n train checkpoint=@no/x.safetensors\nend",
    ] where !line.hasSuffix("sub") {
      let text = session.text(of: placed(line))
      #expect(text.contains("^"), "\(text)")
      #expect(session.cells.count == layers.count)
    }
    try expectReplay(session, name)
  }

  private static let lines = [
    "train epochs=1", "train epochs=2", "train epochs=20 batch=4", "initialize",
    "save network @a.safetensors",
    "save network @b.safetensors", "load network @a.safetensors", "load network @b.safetensors",
    "load network @a.safetensors twin", "save weights @w.npz", "load weights @w.npz",
    "train epochs=1 checkpoint=@a.safetensors",
    "train epochs=2 checkpoint=every(2, @c.safetensors)",
    "train checkpoint=@none/a.safetensors", "load network @c.safetensors", "resume", "undo", "undo",
    "redo", "edit 5 train epochs=3", "edit 4 add dense 1 tanh", "delete 6", "save history @h.csv",
    "load network @f.safetensors", "save network @f.safetensors overwrite=yes",
    "train checkpoint=@f.safetensors", "data csv @h.csv target=loss", "data circles points=12",
    "predict train",
    "save predictions @p.csv", "data csv @p.csv target=predicted", "print hash(weights(1))",
    "show history", "use network", "network from=@a.safetensors drop=1", "add dense 1 sigmoid",
  ]

  @Test("so that a replay prints the same after any lines, interrupted or not", arguments: 0..<4)
  func law(_ batch: Int) throws {
    for number in 0..<LongRun.count(3, long: 500) {
      var random = SeededGenerator(seed: UInt64(batch * 100_000 + number))
      for name in folder.names { try FileManager.default.removeItem(atPath: placed("@\(name)")) }
      var settings = settings
      settings.files = WorkingFolder()
      var session = NotebookSession(running: layers, settings: settings)
      // Another session has left a file.
      var earlier = self.settings
      earlier.files = WorkingFolder()
      var other = NotebookSession(running: layers + ["train epochs=2"], settings: earlier)
      _ = other.submit(placed("save network @f.safetensors"))
      var typed: [String] = []
      for _ in 0..<14 {
        let line = random.pick(Self.lines)
        let poll = random.oneIn(3) ? 1 + random.below(30) : nil
        typed.append(poll.map { "\(line) [Ctrl-C at \($0)]" } ?? line)
        _ = session.submit(
          placed(line), control: poll.map { .interrupting(atPoll: $0) } ?? RunControl())
      }
      try expectReplay(session, "\(batch), \(number): \(typed)")
    }
  }
}
