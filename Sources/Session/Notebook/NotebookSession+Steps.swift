import Language
package import Notebooks
import Reports
import Workbench

extension NotebookSession: StepSession {
  /// What comes of a check now. It runs on a copy and leaves no cell.
  package func result(ofCheck command: String) -> CheckResult {
    result(ofCheck: command, control: RunControl())
  }

  func result(ofCheck command: String, control: RunControl) -> CheckResult {
    var copy = self
    switch copy.submit(command, control: control) {
    case .cell(_, let cell):
      if case .failure(let diagnostic) = cell.result { return .refused(diagnostic.reason) }
      return cell.failedChecks == 0 ? .holds : .fails(cell.failedCheck?.finding)
    case .refused(let diagnostic): return .refused(diagnostic.reason)
    case .interrupted: return .refused("interrupted")
    case .unable(let message): return .refused(message)
    case .nothing, .notebook, .editing, .lesson, .view, .quit: return .fails(nil)
    }
  }
}

extension Cell {
  /// The first of its checks that does not hold.
  fileprivate var failedCheck: CheckReport? {
    guard case .reports(let reports) = result else { return nil }
    return reports.lazy.compactMap { $0 as? CheckReport }.first { !$0.holds }
  }
}

extension Diagnostic {
  /// The message with its hints on one line: "there is no test split (split test=20% makes one)".
  var reason: String {
    hints.isEmpty ? message : "\(message) (\(hints.joined(separator: "; ")))"
  }
}
