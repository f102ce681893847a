import Commands

/// `quit`: leaves the notebook.
enum QuitCommand {
  static let definition = CommandDefinition(
    verb: "quit", family: .notebook, summary: "leaves the notebook; so does Ctrl-D",
    forms: ["quit"], example: [])

  static let verb = NotebookVerb(definition) { (_, _, _) in .quit }
}
