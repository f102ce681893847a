/// A command that waits for a condition: `when validation_loss < 0.1 do stop`.
package struct Rule: Hashable, Sendable {
  /// What stands between `when` and `do`: a formula, of which it is not known here whether it gives
  /// true or false.
  package var condition: Expression
  /// The command behind `do`, whatever its verb.
  package var action: Command
  /// From `when` to the end of the command.
  package var range: SourceRange
  /// The tokens up to `do`; those of the command are its own.
  package var headerTokens: [Token]
}
