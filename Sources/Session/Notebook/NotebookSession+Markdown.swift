import Commands
import Language
import Notebooks
import TensorEngine
import Workbench

extension NotebookSession {
  private func entry(of cell: Cell) -> NotebookEntry {
    if case .note(let text) = cell.result { return .note(text) }
    return .cell(source: cell.source, output: Transcript.standard.output(of: cell))
  }

  /// What a saved notebook holds: its cells, and of what was saved among them the lines that a cell
  /// below needs.
  var entries: [NotebookEntry] {
    cells.enumerated().flatMap { index, cell -> [NotebookEntry] in
      let needed = cell.traces.saves.filter { save in
        cells[(index + 1)...].contains { $0.traces.savedReads.contains(save.key) }
      }
      return [entry(of: cell)]
        + needed.map { save in
          .cell(
            source: save.script.source, output: Transcript.standard.lines(of: save.document))
        }
    }
  }

  /// The notebook as Markdown that replays to the same bytes.
  package func markdown(title: String) -> String {
    Notebook.written(title: title, seed: settings.seed, entries: entries)
  }

  /// What a replay of the notebook needs to be allowed, if it is saved at this path: a line for each
  /// cell that has read elsewhere than in the notebook's folder, the folder that the program was
  /// started in, and the folders of data sets; and one for the most memory, if it is more than usual.
  func needsOfReplay(ofNotebookAt path: String) -> [String] {
    var replaying = settings
    replaying.files.rights = .person
    let region = replaying.opened(path, by: .replay).files.rights.reading
    let reads = cells.enumerated().flatMap { index, cell in
      cell.traces.foldersRead.filter { !region.admits(path: $0) }.sorted().map { folder in
        "[\(index + 1)] reads in another folder: overfit replay --allow-read \(folder)"
      }
    }
    let most = cells.map(\.state.memoryLimit).max() ?? 0
    guard most > MemoryBudget.usual else { return reads }
    let whole = (most + Wording.gibibyte - 1) / Wording.gibibyte
    return reads + ["it sets more memory than usual: overfit replay --memory \(whole)"]
  }
}
