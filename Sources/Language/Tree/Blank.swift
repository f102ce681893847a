/// An empty line, or one with a comment alone.
package struct Blank: Hashable, Sendable {
  /// The place where a command could stand.
  package var range: SourceRange
  /// The end of the line, with the comment before it.
  package var tokens: [Token]
}
