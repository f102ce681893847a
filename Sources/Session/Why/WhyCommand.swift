import Charts
import Commands
import Language
import TerminalText

/// `why`: what each mark, axis and number of the last output is.
enum WhyCommand {
  static let definition = CommandDefinition(
    verb: "why", family: .judging,
    summary: "explains each mark, axis and number of the last output", forms: ["why"],
    example: TrainCommand.definition.example + ["plot loss", "why"])

  static let verb = NotebookVerb(definition) { (session, arguments, _) throws(Diagnostic) in
    try arguments.expect(atMost: 0)
    return .notebook(try document(of: session, at: arguments.command.range), rerun: [])
  }

  private static func document(
    of session: NotebookSession, at range: SourceRange
  ) throws(Diagnostic) -> Document {
    let shown = session.cells.lastIndex { cell in
      switch cell.result {
      case .reports: cell.document?.blocks.isEmpty == false
      case .failure: true
      case .note: false
      }
    }
    guard let shown else {
      throw Diagnostic(
        "nothing has been shown yet", at: range, hints: ["data circles shows something"])
    }
    let cell = session.cells[shown]
    let head = Block.text("Of [\(shown + 1)] \(cell.source.firstLine.cleaned(.prose)):")
    switch cell.result {
    case .reports(let reports):
      let reading = CellReading(script: session.script(cell.source), reports: reports)
      return Document([head] + reading.sentences.map { .text("- \($0)") })
    case .failure(let diagnostic):
      return Document([
        head, .text("- It failed, and changed nothing: \(diagnostic.message)."),
        .text(
          "- The signs under the line point at the words at fault; the lines below say what would "
            + "do."),
      ])
    case .note: return Document([head])
    }
  }
}

extension String {
  /// The first line of a source, with a sign where there are more.
  fileprivate var firstLine: String {
    guard let end = firstIndex(of: "\n") else { return self }
    return self[..<end] + " …"
  }
}
