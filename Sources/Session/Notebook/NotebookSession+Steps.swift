import Commands
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
    switch outcome(ofTrying: command, control) {
    case .cell(_, let cell):
      if case .failure(let diagnostic) = cell.result { return .refused(diagnostic.reason) }
      guard let failed = cell.failedCheck else {
        return cell.failedChecks == 0 ? .holds : .fails(nil)
      }
      return .fails(command.utf8.contains(UInt8(ascii: "%")) ? failed.shares : failed.finding)
    case .refused(let diagnostic): return .refused(diagnostic.reason)
    case .interrupted: return .refused("interrupted")
    case .unable(let message): return .refused(message)
    case .nothing, .notebook, .editing, .lesson, .view, .quit: return .fails(nil)
    }
  }
}

extension NotebookSession {
  /// What a formula comes to now. It runs on a copy and leaves no cell.
  package func value(of formula: String) -> StepValue {
    value(of: formula, control: RunControl())
  }

  func value(of formula: String, control: RunControl) -> StepValue {
    switch outcome(ofTrying: "print \(formula)", control) {
    case .cell(_, let cell):
      if case .failure(let diagnostic) = cell.result { return .refused(diagnostic.reason) }
      let text = Transcript.standard.output(of: cell).joined(separator: "\n")
      guard case .reports(let reports) = cell.result,
        let report = reports.first as? PrintedReport
      else { return .other(text) }
      return report.single.map { .number($0.number, text: $0.text) } ?? .other(text)
    case .refused(let diagnostic): return .refused(diagnostic.reason)
    case .interrupted, .unable, .nothing, .notebook, .editing, .lesson, .view, .quit:
      return .other("")
    }
  }

  /// What would come of a line, which leaves nothing. Nothing is copied where it would be a cell.
  private func outcome(ofTrying source: String, _ control: RunControl) -> Outcome {
    let script = script(source)
    if onlyAdds(script), !script.statements.allSatisfy(\.isBlank),
      source.utf8.count <= mostSourceBytes
    {
      return outcome(running: script, control)
    }
    var copy = self
    return copy.submit(source, control: control)
  }

  /// Whether a line begins with a verb, or is a `let`, a loop or another form of the language.
  package func isCommand(_ line: String) -> Bool {
    switch script(line).statements.first {
    case .command(let command): vocabulary.table.definition(of: command.verb.text) != nil
    case .malformed(let malformed):
      malformed.verb.map { vocabulary.table.definition(of: $0.text) != nil } ?? false
    case .binding, .loop, .rule, .edit, .note: true
    case .blank, nil: false
    }
  }

  /// Whether a source changes the network, the data, a setting or a name, and does not only look.
  package func isAttempt(_ source: String) -> Bool {
    script(source).statements.contains(where: changes)
  }

  private func changes(_ statement: Statement) -> Bool {
    switch statement {
    case .command(let command):
      vocabulary.table.definition(of: command.verb.text)?.changes ?? false
    case .loop(let loop): loop.body.contains(where: changes)
    case .binding, .rule, .edit: true
    case .note, .blank, .malformed: false
    }
  }

  /// Whether a line has changed something, by what came of it.
  func hasChanged(by outcome: Outcome) -> Bool {
    switch outcome {
    case .cell(_, let cell): !cell.hasFailed && isAttempt(cell.source)
    case .notebook(_, let rerun, _): !rerun.isEmpty
    case .nothing, .refused, .editing, .interrupted, .unable, .lesson, .view, .quit: false
    }
  }

  /// Whether a line has changed something that a check may ask for, by what came of it.
  func hasMoved(since earlier: NotebookSession, by outcome: Outcome) -> Bool {
    if hasChanged(by: outcome) || looksTaken != earlier.looksTaken { return true }
    switch outcome {
    case .cell(_, let cell): return !cell.hasFailed && isMoving(cell.source)
    case .notebook: return movingSources != earlier.movingSources
    case .nothing, .refused, .editing, .interrupted, .unable, .lesson, .view, .quit: return false
    }
  }

  private var movingSources: [String] {
    cells.filter { !$0.hasFailed }.map(\.source).filter(isMoving)
  }

  /// Whether a source changes something, or finds what is asked for later: `best` of a search.
  private func isMoving(_ source: String) -> Bool {
    isAttempt(source)
      || script(source).statements.contains { statement in
        if case .command(let command) = statement { command.verb.text == "search" } else { false }
      }
  }

  /// A source in its canonical spelling.
  package func spelling(of source: String) -> String { script(source).formatted }
}

extension CommandDefinition {
  /// Whether what it does stays: in the network, the data or a setting.
  fileprivate var changes: Bool {
    switch family {
    case .data: verb != "fetch"
    case .network: true
    case .training: !["evaluate", "predict", "plan", "search"].contains(verb)
    case .looking: verb == "let"
    case .notebook: verb == "set" || verb == "seed"
    case .judging: false
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
