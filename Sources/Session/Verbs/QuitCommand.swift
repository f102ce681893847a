import Commands
import Language

/// `quit`: leaves the notebook.
enum QuitCommand {
  static let definition = CommandDefinition(
    verb: "quit", family: .notebook, summary: "leaves the notebook; so does Ctrl-D",
    forms: ["quit"], example: [])

  static let verb = NotebookVerb(definition) { (_, arguments, _) throws(Diagnostic) in
    try arguments.expect(atMost: 0)
    return .quit
  }
}
