/// A word that names something, and where it stands.
package struct Name: Hashable, Sendable {
  /// The word as typed.
  package var text: String
  /// Where it stands in the source.
  package var range: SourceRange

  /// Makes a name.
  package init(_ text: String, range: SourceRange) {
    self.text = text
    self.range = range
  }
}
