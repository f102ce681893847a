import Notebooks
import Session

/// Steps of a lesson as HTML: what is asked stands open, and what is told of it is folded.
struct StepMarkup {
  let played: PlayedNotebook
  /// Whether answers and solutions are told; a class that counts answers does not.
  let tellsAnswers: Bool

  /// A step; what it needs of prose and of cells is counted there.
  func step(
    _ step: any LessonStep, _ prose: inout ProseMarkup, _ cells: inout CellMarkup
  ) -> String {
    switch step {
    case let exercise as Exercise: self.exercise(exercise, &prose, &cells)
    case let question as Question: self.question(question, &prose)
    case let prediction as Prediction: self.prediction(prediction, &prose)
    case let deck as CardDeck: cards(deck, &prose)
    default: step.prose.map { "<p>\(prose.short($0))</p>\n" } ?? ""
    }
  }

  private func exercise(
    _ exercise: Exercise, _ prose: inout ProseMarkup, _ cells: inout CellMarkup
  ) -> String {
    var goals = ""
    for check in exercise.checks {
      let command = "<code>check \(Markup.escaped(check.text))</code>"
      let meaning = check.meaning.map { prose.short($0) + "<br>\n" } ?? ""
      goals += "<li>\(meaning)\(command)</li>\n"
    }
    var text = "<p>It is done when</p>\n<ul>\n\(goals)</ul>\n" + hints(exercise.hints, &prose)
    guard tellsAnswers else { return section("Exercise", exercise, text) }
    var tried = ""
    for wrong in exercise.wrongAnswers {
      tried += cells.inputs(wrong.cells, of: played) + "<p>\(prose.short(wrong.message))</p>\n"
    }
    if !tried.isEmpty { text += folded("What is often tried", tried) }
    text += folded(
      "A solution, from which the cells below go on", cells.inputs(exercise.solution, of: played))
    return section("Exercise", exercise, text)
  }

  private func question(_ question: Question, _ prose: inout ProseMarkup) -> String {
    var text = "<div class=\"ask\">\(prose.short(question.ask))</div>\n"
    text += choices(question.choices, &prose) + hints(question.hints, &prose)
    if tellsAnswers { text += folded("The answer", answer(to: question, &prose)) }
    return section("Question", question, text)
  }

  private func answer(to question: Question, _ prose: inout ProseMarkup) -> String {
    guard !question.choices.isEmpty else {
      let answer = played.answers[question.name] ?? "The answer follows from the cells above."
      return "<p>\(prose.short(answer))</p>\n"
    }
    var items = ""
    for choice in question.choices {
      let said = choice.says.map { " " + prose.short($0) } ?? ""
      items += "<li><strong>\(choice.isRight ? "Right." : "No.")</strong>\(said)</li>\n"
    }
    return "<ol type=\"a\">\n\(items)</ol>\n"
  }

  private func prediction(_ prediction: Prediction, _ prose: inout ProseMarkup) -> String {
    let text =
      "<div class=\"ask\">\(prose.short(prediction.ask))</div>\n"
      + choices(prediction.choices, &prose)
      + "<p class=\"aside\">Say it before you look at the cells below.</p>\n"
    return section("Prediction", prediction, text)
  }

  private func cards(_ deck: CardDeck, _ prose: inout ProseMarkup) -> String {
    var text = ""
    for card in deck.cards {
      let front = prose.short(card.front)
      text +=
        "<details><summary>\(front)</summary>\n<div>\(prose.short(card.back))</div></details>\n"
    }
    return section("Cards", deck, text)
  }

  private func choices(_ choices: [Choice], _ prose: inout ProseMarkup) -> String {
    if choices.isEmpty { return "" }
    var items = ""
    for choice in choices { items += "<li>\(prose.short(choice.text))</li>\n" }
    return "<ol type=\"a\">\n\(items)</ol>\n"
  }

  private func hints(_ hints: [PlacedText], _ prose: inout ProseMarkup) -> String {
    var text = ""
    for (index, hint) in hints.enumerated() {
      text += folded(
        hints.count == 1 ? "Hint" : "Hint \(index + 1) of \(hints.count)",
        "<div>\(prose.short(hint))</div>\n")
    }
    return text
  }

  private func folded(_ title: String, _ inner: String) -> String {
    "<details><summary>\(title)</summary>\n\(inner)</details>\n"
  }

  /// - Parameter kind: A word of our own.
  private func section(_ kind: String, _ step: any LessonStep, _ inner: String) -> String {
    let name = Markup.escaped(step.name)
    return "<section class=\"step\" id=\"\(name).step\" aria-label=\"\(kind) \(name)\">\n"
      + "<p class=\"kind\">\(kind)</p>\n\(inner)</section>\n"
  }
}
