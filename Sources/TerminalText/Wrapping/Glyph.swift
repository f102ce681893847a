/// A character as it is laid into lines.
package struct Glyph: Sendable, Equatable {
  /// What is seen.
  package let character: Character
  /// The columns that it takes.
  package let columns: Int
  /// Whether it is a space at which a line is broken only in need, as in a code span.
  package let isHard: Bool

  /// A character with the columns that it takes on a terminal.
  /// - Parameter isHard: Whether it is a space at which a line is broken only in need.
  package init(_ character: Character, isHard: Bool = false) {
    self.character = character
    columns = character.columns
    self.isHard = isHard
  }

  /// Whether it is a space between words.
  var isSpace: Bool { character == " " && !isHard }
}
