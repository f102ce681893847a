import Language
import Session

@testable import Workbench

extension SessionSettings {
  /// Settings that reach no data set, no lesson and no server of the machine.
  static func testing(seed: UInt64 = 0, threads: Int = 1) -> SessionSettings {
    SessionSettings(
      seed: seed, threads: threads, datasetFolders: [], lessonFolders: [],
      files: WorkingFolder(permission: .nowhere))
  }
}

extension NotebookSession {
  /// A session that has run these lines.
  init(running lines: [String], settings: SessionSettings = .testing()) {
    self.init(settings: settings)
    for line in lines { _ = submit(line) }
  }

  /// Runs a line and gives back what is printed.
  mutating func lines(of source: String, control: RunControl = RunControl()) -> [String] {
    let outcome = submit(source, control: control)
    return Transcript.standard.output(of: outcome, source: source, in: self)
  }

  /// Runs a line and gives back what is printed, as one text.
  mutating func text(of source: String) -> String {
    lines(of: source).joined(separator: "\n")
  }

  /// Runs a line and gives back what is printed with its words in one line, however it was wrapped.
  mutating func flowingText(of source: String) -> String {
    text(of: source).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

/// Lines that make a small network for circles, trained with a validation split.
let trainedCircles =
  untrainedCircles + ["train epochs=3 optimizer=adam rate=0.05"]

/// Lines that make a small network for circles.
let untrainedCircles = [
  "data circles points=60 noise=0.1", "split train=60% validation=20% test=20%", "network",
  "add dense 4 tanh", "add dense 1 sigmoid",
]

extension NotebookSession.Outcome {
  /// What is wrong with the line; nil where nothing is.
  var fault: Diagnostic? {
    switch self {
    case .cell(_, let cell): if case .failure(let fault) = cell.result { fault } else { nil }
    case .refused(let fault): fault
    default: nil
    }
  }
}
