/// What becomes of the characters that a terminal obeys (`Unicode.Scalar.isObeyed`).
package struct Cleaning: Sendable {
  /// What stands where such a character was.
  enum Substitute {
    case nothing
    case space
    case questionMark
    /// Its number, as in `\u{1B}`.
    case code
  }

  /// What becomes of a tab.
  enum Tabs {
    case kept
    case substituted
    /// As many spaces as it is to the next multiple of some columns.
    case spaces(toMultipleOf: Int)
  }

  /// What becomes of the ends of lines: U+000A, U+000D, both together, U+0085, U+2028, U+2029.
  enum LineEnds {
    /// U+000A stays; the others are obeyed, and substituted.
    case kept
    case substituted
    /// One space for each.
    case space
  }

  let substitute: Substitute
  let tabs: Tabs
  let lineEnds: LineEnds

  /// A text of several lines: a question mark for each, but tabs and U+000A stay.
  package static let text = Cleaning(substitute: .questionMark, tabs: .kept, lineEnds: .kept)

  /// A message: a question mark for each, tabs and ends of lines too.
  package static let message = Cleaning(
    substitute: .questionMark, tabs: .substituted, lineEnds: .substituted)

  /// A line of prose: they are left out; a tab goes to the next multiple of 4 columns, and the end
  /// of a line is a space.
  package static let prose = Cleaning(
    substitute: .nothing, tabs: .spaces(toMultipleOf: 4), lineEnds: .space)

  /// A label of a picture: they are left out; a tab and the end of a line are a space.
  package static let label = Cleaning(
    substitute: .nothing, tabs: .spaces(toMultipleOf: 1), lineEnds: .space)

  /// A name out of a file: a space for each, tabs and ends of lines too.
  package static let name = Cleaning(
    substitute: .space, tabs: .substituted, lineEnds: .substituted)

  /// A word that a message quotes: each is spelled out, as in `\u{1B}`, tabs and ends of lines too.
  package static let quoted = Cleaning(
    substitute: .code, tabs: .substituted, lineEnds: .substituted)

  /// A line spelled out, as in `\u{1B}`, so that nothing is hidden; tabs stay.
  package static let spelled = Cleaning(
    substitute: .code, tabs: .kept, lineEnds: .substituted)
}
