/// An empty line, or one with a comment alone.
public struct Blank: Hashable, Sendable {
  /// The place where a command could stand.
  public var range: SourceRange
  /// The end of the line, with the comment before it.
  public var tokens: [Token]
}
