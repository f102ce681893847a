/// `quit`: leaves the notebook.
enum QuitCommand {
  static let definition = CommandDefinition(
    verb: "quit", family: .notebook, summary: "leaves the notebook; so does Ctrl-D",
    forms: ["quit"], example: [],
    action: .notebook { (_, _, _) in .quit })
}
