/// A line that could not be read; a diagnostic of the script says why.
package struct Malformed: Hashable, Sendable {
  /// The first word of the line, if it has one.
  package var verb: Name?
  /// The line, without space around it.
  package var range: SourceRange
  /// The tokens of the line.
  package var tokens: [Token]
}
