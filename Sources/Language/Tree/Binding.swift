/// A name for a value: `let lambda = 0.7`.
package struct Binding: Hashable, Sendable {
  /// The name.
  package var name: Name
  /// What it stands for.
  package var value: Expression
  /// From `let` to the end of the value.
  package var range: SourceRange
  /// The tokens of the line.
  package var tokens: [Token]
}
