import Foundation
import Notebooks
import Session
import Testing

@testable import Workbench

@Suite("Saving and loading")
struct SaveTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func session(running lines: [String] = []) -> NotebookSession {
    var settings = SessionSettings.testing()
    settings.files = WorkingFolder()
    return NotebookSession(running: lines, settings: settings)
  }

  private var net: String { "\(folder.path)/net.safetensors" }

  /// A text without the places where its lines end.
  private func words(of text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private let dropout = [
    "seed 5", "data circles points=90 noise=0.2", "split train=60% validation=20% test=20%",
    "scale standard", "network", "add dense 6 tanh", "add dropout 0.3", "add dense 1 sigmoid",
  ]

  @Test("writes files and no cells")
  func files() throws {
    var session = session(running: trainedCircles)
    let count = session.cells.count
    #expect(session.text(of: "save network \(net)").contains("17 parameters · 3 epochs"))
    _ = session.text(of: "save history \(folder.path)/run.csv")
    _ = session.text(of: "save weights \(folder.path)/net.npz")
    #expect(session.cells.count == count)
    #expect(folder.names == ["net.npz", "net.safetensors", "run.csv"])
    let lines = try folder.text(of: "run.csv").components(separatedBy: "\r\n")
    #expect(
      lines[0]
        == "epoch,step,loss,data_loss,penalty,accuracy,validation_loss,validation_data_loss,"
        + "validation_accuracy,rate")
    #expect(lines.count == 5 && lines[4].isEmpty)
    #expect(lines[3].hasPrefix("3,6,"))
  }

  @Test("goes on in another session as if it had never been broken off")
  func continuing() {
    var whole = session(running: dropout + ["train epochs=6 optimizer=adam rate=0.02"])
    var first = session(running: dropout + ["train epochs=2 optimizer=adam rate=0.02"])
    _ = first.text(of: "save network \(net)")
    var second = session(running: Array(dropout.prefix(4)) + ["load network \(net)"])
    let line = "train epochs=4 optimizer=adam rate=0.02"
    #expect(!second.text(of: line).contains("^"))
    for question in ["print weights(1)", "print loss(validation)", "plot loss", "evaluate test"] {
      #expect(second.text(of: question) == whole.text(of: question))
    }
  }

  @Test("writes over a file of its own, and over no other without being told")
  func overwriting() throws {
    var session = session(running: trainedCircles)
    #expect(session.text(of: "save network \(net)").contains("saved in"))
    #expect(session.text(of: "save network \(net)").contains("saved in"))
    var other = self.session(running: trainedCircles)
    #expect(words(of: other.text(of: "save network \(net)")).contains("is there already"))
    #expect(other.text(of: "save network \(net) overwrite=yes").contains("saved in"))
  }

  @Test("leaves the session as it was when a file is broken")
  func broken() throws {
    var session = session(running: trainedCircles)
    _ = session.text(of: "save network \(net)")
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: net)))
    let before = session.text(of: "show network")
    for (number, count) in [0, 7, 8, 60, bytes.count / 2, bytes.count - 1].enumerated() {
      try folder.write(Array(bytes.prefix(count)), to: "broken\(number).safetensors")
      let text = session.text(of: "load network \(folder.path)/broken\(number).safetensors")
      #expect(text.contains("broken\(number).safetensors:"), "\(text)")
      _ = session.text(of: "load weights \(folder.path)/broken\(number).safetensors")
    }
    #expect(session.text(of: "show network") == before)
  }

  @Test("keeps a lesson's files in memory, where it finds them again")
  func memory() throws {
    let text = """
      # Files

      ```overfit
      > data circles points=20
      circles · 20 points · 2 features · 2 classes (10 / 10)
      > network
      empty network · input 2
      > save network \(net)
      ```

      """
    let notebook = try Notebook(bytes: Array(text.utf8), name: "files.md")
    for permission in [FileRights.Region.everywhere, .nowhere] {
      var settings = SessionSettings.testing()
      settings.files = WorkingFolder(permission: permission)
      let replay = Replay(notebook, settings: settings)
      #expect(replay.updatedText.contains("kept in memory"))
      #expect(folder.names.isEmpty)
    }
  }

  @Test("refuses what a script may not write")
  func script() {
    var session = NotebookSession(running: trainedCircles)
    #expect(session.text(of: "save network net.safetensors").contains("may not write here"))
  }

  @Test(
    "a notebook is saved under no name of another kind of file",
    arguments: [
      ("x.h5", "save network x.h5"), ("x.keras", "save network x.keras"),
      ("x.safetensors", "save network x.safetensors"), ("x.pt", "save network x.safetensors"),
      ("x.onnx", "save network x.onnx"), ("x.html", "save x.md"), ("x.ipynb", "save x.md"),
      ("x.py", "save x.md"), ("x.markdown", "save x.md"), ("X.MD", "save X.md"), ("x", "save x.md"),
      ("a.b/x", "save a.b/x.md"),
      ("x.csv", "save history x.csv"), ("x.npz", "save weights x.npz"),
      ("x.png", "save picture x.svg"), ("x.svg", "save picture x.svg"), ("X.HTML", "save X.html"),
      ("x.htm", "save x.html"), ("x.IPYNB", "save x.ipynb"), ("x.vl", "save picture x.vl.json"),
      ("/tmp", "save /tmp/notebook.md"), ("/tmp/", "save /tmp/notebook.md"),
    ])
  func names(name: String, line: String) {
    var session = NotebookSession(running: trainedCircles)
    let output = session.lines(of: "save \"\(name)\"")
    #expect(output.contains { $0.hasSuffix(line) }, "\(output)")
  }
}
