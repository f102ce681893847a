import Commands
package import Language
import Notebooks
package import Workbench

extension ShownCell {
  /// What a line did.
  package init(of outcome: NotebookSession.Outcome, source: String, lines: [String]) {
    let lines = NotebookCell.canonical(lines)
    switch outcome {
    case .cell(_, let cell):
      self.init(
        source: source, lines: lines, document: cell.omittedLines == 0 ? cell.document : nil,
        isError: cell.hasFailed)
    case .notebook(let document, let rerun, _):
      self.init(source: source, lines: lines, document: rerun.isEmpty ? document : nil)
    case .refused: self.init(source: source, lines: lines, isError: true)
    case .nothing, .editing, .interrupted, .unable, .lesson, .view, .quit:
      self.init(source: source, lines: lines)
    }
  }
}

extension NotebookSession {
  /// Its cells with what came of them.
  var shownCells: [ShownCell] {
    cells.map {
      ShownCell(
        of: .cell(0, $0), source: $0.source, lines: Transcript.standard.output(of: $0))
    }
  }
}

extension Script {
  /// A source as every session reads it.
  package static func standard(_ source: String) -> Script {
    Script(parsing: source, forms: Vocabulary.standard.table.forms)
  }
}
