import Commands
import Language
import Plots
import Workbench

/// `film boundary`: steps through the epochs of the training, at a terminal.
enum FilmCommand {
  static let verb = NotebookVerb(Film.definition) {
    (session, arguments, control) throws(Diagnostic) in
    guard control.opensViews else {
      let line = Film.line(instead: arguments.command, of: session.state.network)
      throw Diagnostic(
        "film is for the prompt of a terminal that it can draw on", at: arguments.command.range,
        hints: ["here it is typed: \(line)"])
    }
    let film = try Film(session.execution(control), arguments)
    return control.isInterrupted()
      ? .interrupted("interrupted: there is no film") : .view(.film(film))
  }
}
