/// A step as it stands on a page: what is asked, and what lies under a title until it is opened.
package struct StepOnPaper: Sendable {
  /// A piece of what it says.
  package enum Piece: Sendable {
    /// Markdown.
    case text(String)
    /// Items, in Markdown.
    case list([String])
    /// The same under letters.
    case choices([String])
    /// Inputs without outputs.
    case inputs([NotebookCell])
    /// What the step tells once it is answered.
    case answer
  }

  /// What lies under a title.
  package struct Fold: Sendable {
    /// In Markdown.
    package let title: String
    /// What comes when it is opened.
    package let pieces: [Piece]
    /// Whether it tells an answer.
    package var tellsAnswer = false
    /// Whether it is the step's solution.
    package var isSolution = false
  }

  /// What kind of step it is: "Exercise".
  package let kind: String
  /// What stands open.
  package var pieces: [Piece] = []
  /// What is folded, from the gentlest hint to the answer.
  package var folds: [Fold] = []

  /// The hints of a step, each under its number.
  static func folds(of hints: [PlacedText]) -> [Fold] {
    hints.enumerated().map { index, hint in
      Fold(
        title: hints.count == 1 ? "Hint" : "Hint \(index + 1) of \(hints.count)",
        pieces: [.text(hint.text)])
    }
  }
}
