internal import Notebooks
internal import Session

/// What is told of one notebook that was replayed.
struct ReplayReport {
  let differs: Bool
  /// The unified diff of one that differs; a line for one that does not, or nothing.
  let text: String

  init(of replay: Replay, isUpdate: Bool) {
    let name = replay.notebook.name
    switch replay.verdict {
    case .equal:
      (differs, text) = (false, "\(name): equal")
    case .different(let difference):
      differs = true
      text = ([isUpdate ? "\(name): updated" : difference] + replay.faults)
        .joined(separator: "\n")
    case .broken(let faults):
      (differs, text) = (true, faults.joined(separator: "\n"))
    case .skipped(let reason):
      (differs, text) = (false, "\(name): skipped: \(reason)")
    case .interrupted:
      (differs, text) = (false, "\(name): interrupted")
    }
  }
}
