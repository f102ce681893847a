/// A line of prose: `note Dropout is next.`, or a line that begins with `"`.
package struct Note: Hashable, Sendable {
  /// The prose, without space around it.
  package var text: String
  /// The line, without space around it.
  package var range: SourceRange
  /// The tokens of the line.
  package var tokens: [Token]
}
