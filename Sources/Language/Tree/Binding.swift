/// A name for a value: `let lambda = 0.7`.
package struct Binding: Hashable, Sendable {
  /// The name.
  package var name: Name
  /// What it stands for.
  package var value: Expression
  /// What stands behind the value: `yes=yes`, and nothing else.
  package var option: Option?
  /// From `let` to the end of the value, and of what stands behind it.
  package var range: SourceRange
  /// The tokens of the line.
  package var tokens: [Token]
}
