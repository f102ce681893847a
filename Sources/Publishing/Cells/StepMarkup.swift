import Notebooks

/// Steps of a lesson as HTML: what is asked stands open, and what is told of it is folded.
struct StepMarkup {
  let played: PlayedNotebook
  /// Whether answers and solutions are told; a class that counts answers does not.
  let tellsAnswers: Bool

  /// A step; what it needs of prose and of cells is counted there.
  func step(
    _ step: any LessonStep, _ prose: inout ProseMarkup, _ cells: inout CellMarkup
  ) -> String {
    guard let paper = step.onPaper else {
      return step.prose.map { "<p>\(prose.short($0))</p>\n" } ?? ""
    }
    let name = Markup.escaped(step.name)
    let kind = Markup.escaped(paper.kind)
    var text =
      "<section class=\"step\" id=\"\(name).step\" aria-label=\"\(kind) \(name)\">\n"
      + "<p class=\"kind\">\(kind)</p>\n"
    for piece in paper.pieces { text += self.piece(piece, of: step, &prose, &cells) }
    for fold in paper.folds where tellsAnswers || !fold.tellsAnswer {
      text += "<details><summary>\(prose.short(fold.title))</summary>\n"
      for piece in fold.pieces { text += self.piece(piece, of: step, &prose, &cells) }
      text += "</details>\n"
    }
    return text + "</section>\n"
  }

  private func piece(
    _ piece: StepOnPaper.Piece, of step: any LessonStep, _ prose: inout ProseMarkup,
    _ cells: inout CellMarkup
  ) -> String {
    switch piece {
    case .text(let text): return "<div class=\"said\">\(prose.short(text))</div>\n"
    case .list(let items): return list(items, "<ul>", "</ul>", &prose)
    case .choices(let items): return list(items, "<ol type=\"a\">", "</ol>", &prose)
    case .inputs(let inputs): return cells.inputs(inputs, of: played)
    case .answer:
      let answer = played.answers[step.name] ?? "The answer follows from the cells above."
      return "<div class=\"said\">\(prose.short(answer))</div>\n"
    }
  }

  private func list(
    _ items: [String], _ start: String, _ end: String, _ prose: inout ProseMarkup
  ) -> String {
    if items.isEmpty { return "" }
    var text = start + "\n"
    for item in items { text += "<li>\(prose.short(item))</li>\n" }
    return text + end + "\n"
  }
}
