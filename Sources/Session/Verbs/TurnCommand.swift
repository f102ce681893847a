import Commands
import Language
import Plots
import Workbench

/// `turn l2=0.0001..0.1 log`: trains again from the same start whenever a key turns a setting, at
/// a terminal.
enum TurnCommand {
  static let verb = NotebookVerb(Turn.definition) {
    (session, arguments, control) throws(Diagnostic) in
    guard control.opensViews else {
      let lines = try Turn.lines(instead: arguments.command, arguments)
      throw Diagnostic(
        "turn is for the prompt of a terminal that it can draw on", at: arguments.command.range,
        hints: zip(["here it is typed", "and"], lines).map { "\($0): \($1)" })
    }
    return .view(.turn(try Turn(session.execution(control), arguments)))
  }
}
