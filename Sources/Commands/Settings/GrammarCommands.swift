import Language
import Reports

/// The help of `let`, `for` and `note`. The grammar gives them their meaning, so they never run
/// as commands.
package enum GrammarCommands {
  /// The verbs, for the table of all verbs.
  package static let commands = [binding, loop, note].map { CellCommand($0, action: run) }

  private static let binding = CommandDefinition(
    verb: "let", family: .looking, summary: "keeps the value of a formula under a name",
    forms: ["let NAME = FORMULA"], example: ["let rate = 0.1", "print rate / 2"])

  private static let loop = CommandDefinition(
    verb: "for", family: .notebook, summary: "repeats the lines up to end, once for each value",
    forms: ["for width in 1, 2, 4", "for epoch in 1..5", "for rate in 0.001..1 log"],
    example: ["for width in 1, 2, 4\n  print width^2\nend"])

  private static let note = CommandDefinition(
    verb: "note", family: .notebook, summary: "writes prose into the notebook, in Markdown",
    forms: ["note TEXT", "\" TEXT"], example: ["note Eight units are *not* enough."])

  private static func run(
    _: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> SentenceReport {
    throw Diagnostic(
      "\(arguments.definition.verb) is typed in another way", at: arguments.command.range,
      hints: arguments.definition.forms)
  }
}
