import Notebooks
import Workbench

extension NotebookSession: StepSession {
  /// Whether a command works now and no check of it fails. It runs on a copy and leaves no cell.
  package func holds(_ command: String) -> Bool {
    holds(command, control: RunControl())
  }

  func holds(_ command: String, control: RunControl) -> Bool {
    var copy = self
    guard case .cell(_, let cell) = copy.submit(command, control: control) else { return false }
    return !cell.hasFailed && cell.failedChecks == 0
  }
}
