/// A word that names something, and where it stands.
public struct Name: Hashable, Sendable {
  /// The word as typed.
  public var text: String
  /// Where it stands in the source.
  public var range: SourceRange

  /// Makes a name.
  public init(_ text: String, range: SourceRange) {
    self.text = text
    self.range = range
  }
}
