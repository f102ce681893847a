/// A command that waits for a condition: `when validation_loss < 0.1 do stop`.
public struct Rule: Hashable, Sendable {
  public var condition: Expression
  public var action: Command
  /// From `when` to the end of the command.
  public var range: SourceRange
  /// The tokens up to `do`; those of the command are its own.
  public var headerTokens: [Token]
}
