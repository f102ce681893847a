import Language
package import Notebooks
package import Session
package import Workbench

/// A notebook with what came of its cells.
package struct PlayedNotebook: Sendable {
  /// The notebook.
  package let notebook: Notebook
  /// What came of each of its cells.
  package let outputs: [ShownCell]
  /// What came of the inputs of its steps' solutions, by the lines of the file that they stand on.
  let solutions: [Int: ShownCell]
  /// What its steps tell once they are answered, in Markdown, by their names, as far as it is known.
  let answers: [String: String]

  /// The notebook as a replay has run it; one that was not run has the outputs of its file.
  package init(_ replay: Replay) {
    notebook = replay.notebook
    outputs =
      replay.shown.cells
      + notebook.cells.dropFirst(replay.shown.cells.count).map(Self.stored)
    (solutions, answers) = (replay.shown.solutions, replay.shown.answers)
  }

  /// A notebook that was not run, but for cells that a session has: those of the same source show what
  /// came of them, in their order.
  package init(_ notebook: Notebook, of cells: [ShownCell] = []) {
    self.notebook = notebook
    var rest = cells[...]
    outputs = notebook.cells.map { cell in
      guard let found = rest.firstIndex(where: { $0.source == cell.source }) else {
        return Self.stored(cell)
      }
      defer { rest = rest[(found + 1)...] }
      return rest[found]
    }
    (solutions, answers) = ([:], [:])
  }

  /// A cell with the output of its file.
  private static func stored(_ cell: NotebookCell) -> ShownCell {
    ShownCell(
      source: cell.source, lines: cell.output,
      isError: cell.output.prefix(2).contains(where: NotebookCell.hasCarets))
  }

  /// The words and marks of a cell's source.
  func tokens(of source: String) -> [Token] {
    Script.standard(source).statements.flatMap(\.tokens)
  }
}
