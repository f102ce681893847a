/// What is wrong with a line, where, and what may help.
///
/// The message is a sentence without a capital or a full stop, in a student's words; it says what
/// was expected and what was found. A hint stands on a line of its own under it.
package struct Diagnostic: Error, Hashable, Sendable {
  /// What was expected and what was found.
  package var message: String
  /// The text at fault, as bytes of the source that was parsed.
  package var range: SourceRange
  /// At most a few lines that help: a certain repair, or one right example.
  package var hints: [String]
  /// Whether more lines could repair it: an open bracket, an open loop, a trailing `\`.
  package var isIncomplete: Bool

  /// Makes a diagnostic for the text in `range`.
  package init(
    _ message: String, at range: SourceRange, hints: [String] = [], isIncomplete: Bool = false
  ) {
    self.message = message
    self.range = range
    self.hints = hints
    self.isIncomplete = isIncomplete
  }
}
