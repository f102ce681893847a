import Language
import Notebooks
import Session
import Synchronization
import TensorEngine
import Workbench

/// A session that is handed whatever anyone types.
enum FuzzedSession {
  /// It reads no file and writes none.
  private static let settings = SessionSettings(
    datasetFolders: [], lessonFolders: [], files: WorkingFolder(permission: .nowhere))

  private static let trained: NotebookSession = {
    var session = NotebookSession(settings: settings)
    for line in [
      "data circles points=24", "split train=50% validation=25% test=25%", "network small",
      "add dense 3 tanh", "add dense 1 sigmoid", "train epochs=2",
    ] {
      _ = session.submit(line)
    }
    return session
  }()

  /// What a terminal shows of the lines of a text; a bell where its notebook can't be read again.
  static func output(of bytes: [UInt8]) -> String {
    var session = trained
    var gathering = session.gathering
    var output: [String] = []
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).prefix(24) {
      _ = session.completions(for: String(decoding: line, as: UTF8.self), cursor: line.count)
      if gathering.append(String(decoding: line, as: UTF8.self)) { continue }
      let source = gathering.source
      let outcome = session.submit(source, control: control())
      output += Transcript.standard.output(of: outcome, source: source, in: session)
      gathering = session.gathering
    }
    let saved = session.markdown(title: "f")
    if (try? Notebook(text: saved, name: "f.md"))?.text != saved { output.append("\u{7}") }
    // What `show session` tells of the machine is not the same on another.
    let path = "kernels \(Kernels.selected.path.rawValue)"
    return output.map { $0.replacing(path, with: "kernels") }.joined(separator: "\n")
  }

  /// What a replay says of a notebook.
  static func replay(of bytes: [UInt8]) -> String {
    do {
      let notebook = try Notebook(bytes: bytes, name: "f.md")
      let replay = Replay(notebook, settings: settings, control: control())
      return replay.faults.joined(separator: "\n")
    } catch {
      return "\(error)"
    }
  }

  private static func control() -> RunControl {
    let polls = Atomic<Int>(0)
    return RunControl(isInterrupted: {
      polls.add(1, ordering: .relaxed).newValue > FuzzTarget.polls
    })
  }
}
