/// A cell to change: `edit 5 train epochs=200`, or `edit 5` to open it in the line, or
/// `edit 5 editor=yes` in the student's editor.
package struct Edit: Hashable, Sendable {
  /// The number of the cell.
  package var number: Int
  /// Where the number stands.
  package var numberRange: SourceRange
  /// What the cell shall be; nil if the line ends with the number.
  package var statement: Statement?
  /// Whether the student's editor is to be opened with it.
  package var opensEditor = false
  /// From `edit` to the end of what the cell shall be.
  package var range: SourceRange
  /// The tokens `edit` and the number, and those of the rest if there is no statement.
  package var tokens: [Token]

  /// What the cell shall be, as a source of its own, comments included, from its first word on;
  /// nil if the line ends with the number.
  package var script: Script? {
    guard let statement else { return nil }
    var tokens = statement.tokens
    guard let first = tokens.first, let last = tokens.last else { return nil }
    tokens[0].leadingTrivia = []
    return Script(
      source: Statement.source(of: tokens),
      statements: [statement.placed(.alone(from: first, to: last))])
  }
}
