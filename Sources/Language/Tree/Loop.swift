/// Lines that are done for several values: `for width in 1, 2, 4` … `end`.
public struct Loop: Hashable, Sendable {
  /// The name that stands for one value after the other.
  public var variable: Name
  /// The values, at least one; a range among them stands for all of its values.
  public var values: [Expression]
  /// The lines to repeat.
  public var body: [Statement]
  /// From `for` to `end`.
  public var range: SourceRange
  /// The tokens of the first line.
  public var headerTokens: [Token]
  /// The tokens of the last line; none if the loop is still open.
  public var endTokens: [Token]
}
