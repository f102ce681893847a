import Charts
import Synchronization
import Testing
import Workbench

@testable import Session

/// What was shown of trainings.
private final class Shown: Sendable {
  private let documents = Mutex<[Document]>([])
  var all: [Document] { documents.withLock { $0 } }

  func append(_ document: Document) { documents.withLock { $0.append(document) } }
}

@Suite("A training that is watched")
struct WatchedTrainingTests {
  private func control(_ shown: Shown) -> RunControl {
    var control = RunControl()
    control.watcher = TrainingWatcher(isDue: { true }, show: { shown.append($0) })
    return control
  }

  @Test(
    "is kept without what was watched",
    arguments: [
      ("train epochs=2 watch=loss", "train epochs=2"),
      ("train watch=boundary epochs=2  # at last", "train epochs=2  # at last"),
      ("train watch=weights", "train"),
      ("for n in 1, 2\n  train epochs=n watch=loss\nend", "for n in 1, 2\n  train epochs=n\nend"),
      ("print 1; train watch=loss epochs=1", "print 1; train epochs=1"),
      ("let watch = 2", "let watch = 2"),
    ])
  func kept(typed: String, kept: String) {
    var session = NotebookSession(running: untrainedCircles)
    let isOneLine = !typed.contains(";")
    for source in isOneLine ? [typed] : typed.split(separator: "; ").map(String.init) {
      guard case .cell(_, let cell) = session.submit(source) else {
        Issue.record("no cell: \(source)")
        return
      }
      #expect(!cell.hasFailed, "\(source)")
    }
    let sources = session.cells.dropFirst(untrainedCircles.count).map(\.source)
    #expect(sources.joined(separator: "; ") == kept)
  }

  @Test("comes to the same as one that nobody looks at, which is shown at each step")
  func same() {
    for picture in ["boundary", "loss", "weights", "activations"] {
      let shown = Shown()
      var watched = NotebookSession(running: untrainedCircles)
      let line = "train epochs=5 batch=12 optimizer=adam rate=0.05"
      _ = watched.submit("\(line) watch=\(picture)", control: control(shown))
      var plain = NotebookSession(running: untrainedCircles + [line])
      #expect(watched.markdown(title: "t") == plain.markdown(title: "t"))
      #expect(watched.text(of: "show weights 1") == plain.text(of: "show weights 1"))
      // Five epochs of 36 training examples, 12 at a time.
      #expect(shown.all.count == 15)
      #expect(shown.all.last?.blocks.contains(where: \.isPicture) == true, "\(picture)")
    }
  }

  @Test("shows what plot would draw then")
  func moment() {
    let shown = Shown()
    var watched = NotebookSession(running: untrainedCircles)
    _ = watched.submit("train epochs=3 batch=all rate=0.5 watch=boundary", control: control(shown))
    for epochs in 1...2 {
      var session = NotebookSession(
        running: untrainedCircles + ["train epochs=\(epochs) batch=all rate=0.5"])
      guard case .cell(_, let cell) = session.submit("plot boundary") else { return }
      #expect(shown.all[epochs].blocks == cell.document?.blocks)
    }
  }
}
