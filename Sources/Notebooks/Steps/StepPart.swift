/// A word that begins a line of a step, and what stands behind it.
struct StepKeyword: Sendable {
  enum Content: Sendable {
    /// A text or a formula, called so in errors: "a condition".
    case text(String)
    /// A text, or nothing.
    case textOrNothing
    /// Nothing on its line.
    case nothing
  }

  let word: String
  let content: Content
  /// Whether inputs may stand under it.
  var takesInputs = false

  /// A keyword with a text behind it.
  static func text(_ word: String, _ phrase: String = "a text") -> StepKeyword {
    StepKeyword(word: word, content: .text(phrase))
  }
}

/// A line of a step with what belongs to it.
struct StepPart: Sendable {
  /// The keyword that it begins with.
  let keyword: String
  /// What stands behind the keyword; empty for nothing.
  var text: String
  /// The line of the file, counted from 1.
  let line: Int
  /// The inputs under it.
  var cells: [NotebookCell] = []

  /// It as a text with its place.
  var placed: PlacedText { PlacedText(text: text, line: line) }
}

/// A text of a step with its place in the file.
package struct PlacedText: Sendable, Equatable {
  /// The text behind the keyword.
  package let text: String
  /// The line of the file, counted from 1.
  package let line: Int
}
