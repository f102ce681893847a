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

extension Exercise {
  /// Its checks, its hints, what is often tried, and its solution.
  package var onPaper: StepOnPaper? {
    let goals = checks.map { check in
      (check.meaning.map { "\($0.text): " } ?? "") + "`check \(check.text)`"
    }
    let tried = wrongAnswers.flatMap { wrong -> [StepOnPaper.Piece] in
      [.inputs(wrong.cells), .text(wrong.message.text)]
    }
    var folds = StepOnPaper.folds(of: hints)
    if !tried.isEmpty {
      folds.append(.init(title: "What is often tried", pieces: tried, tellsAnswer: true))
    }
    folds.append(
      .init(
        title: "A solution, from which the cells below go on", pieces: [.inputs(solution)],
        tellsAnswer: true, isSolution: true))
    return StepOnPaper(
      kind: "Exercise", pieces: [.text("It is done when"), .list(goals)], folds: folds)
  }
}

extension Question {
  /// What is asked, the choices, the hints, and what is right.
  package var onPaper: StepOnPaper? {
    let said = choices.map { choice in
      (choice.isRight ? "**Right.** " : "**No.** ") + (choice.says?.text ?? "")
    }
    let answer = StepOnPaper.Fold(
      title: "The answer", pieces: [choices.isEmpty ? .answer : .choices(said)],
      tellsAnswer: true)
    return StepOnPaper(
      kind: "Question", pieces: [.text(ask.text), .choices(choices.map(\.text.text))],
      folds: StepOnPaper.folds(of: hints) + [answer])
  }

  /// The answer with what is said of it: "The answer: 17.2%".
  package func answer(in session: some StepSession) -> String? { solutionText(in: session) }
}

extension CardDeck {
  /// The cards, each with its back under its front.
  package var onPaper: StepOnPaper? {
    StepOnPaper(
      kind: "Cards",
      folds: cards.map { .init(title: $0.front.text, pieces: [.text($0.back.text)]) })
  }
}
