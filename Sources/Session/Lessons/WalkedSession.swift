import Notebooks

/// The student's session in a walk, and what they have typed since the step came next.
struct WalkedSession: StepSession {
  let session: NotebookSession
  let attempts: [String]
  var allowsSkips = true

  func result(ofCheck command: String) -> CheckResult { session.result(ofCheck: command) }
  func value(of formula: String) -> StepValue { session.value(of: formula) }
  func isCommand(_ line: String) -> Bool { session.isCommand(line) }
  func spelling(of source: String) -> String { session.spelling(of: source) }
}
