import Commands
package import Language
package import Notebooks
package import Workbench

/// A notebook with what came of its cells, for who writes it in another form.
package struct PlayedNotebook: Sendable {
  /// The notebook, with the outputs of this run.
  package let notebook: Notebook
  /// What came of each of its cells.
  package let outputs: [ShownOutput]
  /// What came of the inputs of its steps' solutions, by the lines of the file that they stand on.
  package let solutions: [Int: ShownOutput]
  /// The answers of its questions in Markdown, by the questions' names, as far as they are known.
  package let answers: [String: String]
  private let forms: CommandForms

  /// Makes it of what a run gave; a cell for which there is nothing has the output of the file.
  package init(
    _ notebook: Notebook, outputs: [ShownOutput] = [], solutions: [Int: ShownOutput] = [:],
    answers: [String: String] = [:]
  ) {
    self.notebook = notebook
    self.outputs =
      outputs
      + notebook.cells.dropFirst(outputs.count).map { cell in
        ShownOutput(
          lines: cell.output, isError: cell.output.prefix(2).contains(where: NotebookCell.hasCarets)
        )
      }
    (self.solutions, self.answers) = (solutions, answers)
    forms = Vocabulary.standard.table.forms
  }

  /// The words and marks of a cell's source; what can't be read is one token to the end of its line.
  package func tokens(of source: String) -> [Token] {
    Script(parsing: source, forms: forms).statements.flatMap(\.tokens)
  }
}

extension ShownOutput {
  /// What a line did.
  init(of outcome: NotebookSession.Outcome, lines: [String]) {
    switch outcome {
    case .cell(_, let cell):
      self.init(
        lines: lines, document: cell.omittedLines == 0 ? cell.document : nil,
        isError: cell.hasFailed)
    case .notebook(let document, let rerun, _):
      self.init(lines: lines, document: rerun.isEmpty ? document : nil)
    case .refused: self.init(lines: lines, isError: true)
    case .nothing, .editing, .interrupted, .unable, .lesson, .view, .quit: self.init(lines: lines)
    }
  }
}

extension NotebookSession {
  /// What came of the cells of a notebook that this session writes: those of the session where they are
  /// the same, else what the notebook says.
  func outputs(of notebook: Notebook) -> [ShownOutput] {
    var next = 0
    return notebook.cells.map { cell in
      let found = cells[next...].firstIndex { $0.source == cell.source }
      guard let found else {
        return ShownOutput(
          lines: cell.output, isError: cell.output.prefix(2).contains(where: NotebookCell.hasCarets)
        )
      }
      next = found + 1
      return ShownOutput(of: .cell(found + 1, cells[found]), lines: cell.output)
    }
  }
}
