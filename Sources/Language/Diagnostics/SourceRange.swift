/// A half-open range of UTF-8 byte offsets into a source text.
package struct SourceRange: Hashable, Sendable {
  /// The offset of the first byte.
  package var lowerBound: Int
  /// The offset behind the last byte.
  package var upperBound: Int

  /// Makes a range; an upper bound below the lower one counts as equal to it.
  package init(_ lowerBound: Int, _ upperBound: Int) {
    self.lowerBound = lowerBound
    self.upperBound = max(lowerBound, upperBound)
  }

  /// Whether the range holds no byte: a place between two bytes.
  package var isEmpty: Bool { lowerBound == upperBound }

  /// The smallest range that holds both.
  package func union(_ other: SourceRange) -> SourceRange {
    SourceRange(min(lowerBound, other.lowerBound), max(upperBound, other.upperBound))
  }

  /// The text at the range; what lies outside of the source is left out.
  package func text(in source: String) -> String {
    let bytes = source.utf8
    let length = max(0, upperBound) - max(0, lowerBound)
    return String(decoding: bytes.dropFirst(max(0, lowerBound)).prefix(length), as: UTF8.self)
  }

  /// The source with another text in the place of what stands there.
  package func replaced(by text: String, in source: String) -> String {
    let bytes = source.utf8
    let start = String(decoding: bytes.prefix(max(0, lowerBound)), as: UTF8.self)
    let end = String(decoding: bytes.dropFirst(max(0, upperBound)), as: UTF8.self)
    return start + text + end
  }
}
