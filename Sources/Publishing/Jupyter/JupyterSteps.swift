import Notebooks
import TerminalText

/// Steps of a lesson as Markdown, in which Jupyter folds what stands between `<details>`.
struct JupyterSteps {
  let played: PlayedNotebook
  let tellsAnswers: Bool

  /// A step as Markdown. Its solution is cells of their own, which follow it.
  func markdown(of step: any LessonStep) -> String {
    guard let paper = step.onPaper else { return PlainMarkdown(step.prose ?? "").text }
    var parts = ["**\(paper.kind)**"]
    parts += paper.pieces.map { text(of: $0, step) }
    for fold in paper.folds where (tellsAnswers || !fold.tellsAnswer) && !fold.isSolution {
      let inner = fold.pieces.map { text(of: $0, step) }.joined(separator: "\n\n")
      // The title is HTML, in which Markdown means nothing.
      parts.append(
        "<details><summary>\(Markup.escaped(fold.title))</summary>\n\n\(inner)\n\n</details>")
    }
    if !step.solution.isEmpty {
      parts.append("The cells below are a solution, from which the notebook goes on.")
    }
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private func text(of piece: StepOnPaper.Piece, _ step: any LessonStep) -> String {
    switch piece {
    case .text(let text): plain(text)
    case .list(let items): items.map { "- \(plain($0))" }.joined(separator: "\n")
    case .choices(let items):
      items.enumerated().map { "\(letter($0))\\) \(plain($1))" }.joined(separator: "\n\n")
    case .inputs(let cells):
      "```\n" + cells.map { $0.source.cleaned(.text) }.joined(separator: "\n") + "\n```"
    case .answer: plain(played.answers[step.name] ?? "The answer follows from the cells above.")
    }
  }

  private func plain(_ text: String) -> String { PlainMarkdown(text).text }

  private func letter(_ index: Int) -> String {
    String(Character(Unicode.Scalar(UInt8(ascii: "a") + UInt8(min(index, 25)))))
  }
}
