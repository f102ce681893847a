/// A command that waits for a condition: `when validation_loss < 0.1 do stop`.
package struct Rule: Hashable, Sendable {
  package var condition: Expression
  package var action: Command
  /// From `when` to the end of the command.
  package var range: SourceRange
  /// The tokens up to `do`; those of the command are its own.
  package var headerTokens: [Token]
}
