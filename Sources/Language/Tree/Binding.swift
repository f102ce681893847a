/// A name for a value: `let lambda = 0.7`.
public struct Binding: Hashable, Sendable {
  /// The name.
  public var name: Name
  /// What it stands for.
  public var value: Expression
  /// From `let` to the end of the value.
  public var range: SourceRange
  /// The tokens of the line.
  public var tokens: [Token]
}
