internal import Notebooks
internal import Session

/// What is told of one notebook that was replayed.
struct ReplayReport {
  /// Whether something is not as it should be: a difference, unless it is written into the notebook,
  /// or an output that an error did not replace.
  let isFault: Bool
  /// The unified diff of one that differs; a line for one that does not, or nothing.
  let text: String

  init(of replay: Replay, isUpdate: Bool) {
    let name = replay.notebook.name
    switch replay.verdict {
    case .equal:
      (isFault, text) = (false, "\(name): equal")
    case .different(let difference):
      isFault = !isUpdate || !replay.keptOutputs.isEmpty
      let isChanged = isUpdate && replay.updatedText != replay.notebook.text
      let kept = replay.keptOutputs.map { "\($0); its output is kept without --accept-errors" }
      let head =
        isUpdate ? ["\(name): \(isChanged ? "updated" : "left as it is")"] + kept : [difference]
      text = (head + replay.faults).joined(separator: "\n")
    case .broken(let faults):
      (isFault, text) = (!isUpdate, faults.joined(separator: "\n"))
    case .skipped(let reason):
      (isFault, text) = (false, "\(name): skipped: \(reason)")
    case .unable(let reason):
      (isFault, text) = (true, "\(name): \(reason)")
    case .interrupted:
      (isFault, text) = (false, "\(name): interrupted")
    case .outOfTime(let cell, let line):
      (isFault, text) = (true, "\(name):\(line): cell \(cell) took too long")
    }
  }
}
