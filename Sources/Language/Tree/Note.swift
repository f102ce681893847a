/// A line of prose: `note Dropout is next.`, or a line that begins with `"`.
public struct Note: Hashable, Sendable {
  /// The prose, without space around it.
  public var text: String
  /// The line, without space around it.
  public var range: SourceRange
  /// The tokens of the line.
  public var tokens: [Token]
}
