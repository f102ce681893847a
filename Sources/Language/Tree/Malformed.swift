/// A line that could not be read; a diagnostic of the script says why.
public struct Malformed: Hashable, Sendable {
  /// The first word of the line, if it has one.
  public var verb: Name?
  /// The line, without space around it.
  public var range: SourceRange
  /// The tokens of the line.
  public var tokens: [Token]
}
