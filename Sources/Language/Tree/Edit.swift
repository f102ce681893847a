/// A cell to change: `edit 5 train epochs=200`, or `edit 5` to open it in the editor.
public struct Edit: Hashable, Sendable {
  /// The number of the cell.
  public var number: Int
  /// Where the number stands.
  public var numberRange: SourceRange
  /// What the cell shall be; nil if the line ends with the number.
  public var statement: Statement?
  /// From `edit` to the end of what the cell shall be.
  public var range: SourceRange
  /// The tokens `edit` and the number, and those of the rest if there is no statement.
  public var tokens: [Token]

  /// What the cell shall be as typed, comments included, from its first word on.
  public var source: String? {
    guard var tokens = statement?.tokens, !tokens.isEmpty else { return nil }
    tokens[0].leadingTrivia = []
    return Statement.source(of: tokens)
  }
}
