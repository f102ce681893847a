/// Lines that are done for several values: `for width in 1, 2, 4` … `end`.
package struct Loop: Hashable, Sendable {
  /// The name that stands for one value after the other.
  package var variable: Name
  /// The values, at least one; a range among them stands for all of its values.
  package var values: [Expression]
  /// The lines to repeat.
  package var body: [Statement]
  /// From `for` to `end`.
  package var range: SourceRange
  /// The tokens of the first line.
  package var headerTokens: [Token]
  /// The tokens of the last line; none if the loop is still open.
  package var endTokens: [Token]
}
