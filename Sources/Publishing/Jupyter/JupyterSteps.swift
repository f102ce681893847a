import Notebooks
import Session

/// Steps of a lesson as Markdown, in which Jupyter folds what stands between `<details>`.
struct JupyterSteps {
  let played: PlayedNotebook
  let tellsAnswers: Bool

  /// A step as Markdown.
  func markdown(of step: any LessonStep) -> String {
    switch step {
    case let exercise as Exercise: self.exercise(exercise)
    case let question as Question: self.question(question)
    case let prediction as Prediction:
      paragraphs(
        ["**Prediction.** " + prediction.ask.text] + choices(prediction.choices))
    case let deck as CardDeck:
      paragraphs(
        ["**Cards.**"] + deck.cards.map { folded($0.front.text, $0.back.text) })
    default: step.prose ?? ""
    }
  }

  private func exercise(_ exercise: Exercise) -> String {
    let goals = exercise.checks.map { check in
      "- " + (check.meaning.map { "\($0.text): " } ?? "") + "`check \(check.text)`"
    }
    return paragraphs(
      ["**Exercise.** It is done when", goals.joined(separator: "\n")] + hints(exercise.hints)
        + ["The cells below are a solution, from which the notebook goes on."])
  }

  private func question(_ question: Question) -> String {
    var parts = ["**Question.** " + question.ask.text] + choices(question.choices)
    parts += hints(question.hints)
    guard tellsAnswers else { return paragraphs(parts) }
    let said = question.choices.enumerated().map { index, choice in
      "\(letter(index))) \(choice.isRight ? "Right." : "No.") \(choice.says?.text ?? "")"
    }
    let answer = played.answers[question.name].map { [$0] } ?? []
    return paragraphs(
      parts + [folded("The answer", paragraphs(said.isEmpty ? answer : said))])
  }

  private func choices(_ choices: [Choice]) -> [String] {
    choices.enumerated().map { "\(letter($0))\\) \($1.text.text)" }
  }

  private func hints(_ hints: [PlacedText]) -> [String] {
    hints.enumerated().map { index, hint in
      folded(hints.count == 1 ? "Hint" : "Hint \(index + 1) of \(hints.count)", hint.text)
    }
  }

  /// The title is HTML, in which Markdown means nothing.
  private func folded(_ title: String, _ inner: String) -> String {
    "<details><summary>\(Markup.escaped(title))</summary>\n\n\(inner)\n\n</details>"
  }

  private func paragraphs(_ parts: [String]) -> String { parts.joined(separator: "\n\n") }

  private func letter(_ index: Int) -> String {
    String(Character(Unicode.Scalar(UInt8(ascii: "a") + UInt8(min(index, 25)))))
  }
}
