package import Language
import Workbench

// What cells write, their checkpoints, comes and goes with the cells: a checkpoint of a cell that is
// taken back is the file that stood there before.
extension NotebookSession {
  /// Whether a script that is submitted surely changes nothing beyond the notebook.
  package func staysWithin(_ script: Script) -> Bool {
    if vocabulary.staysWithin(script) { return true }
    guard script.statements.count == 1, case .command(let command) = script.statements[0] else {
      return false
    }
    switch command.verb.text {
    case "undo": return past.last.map(staysWithin) ?? true
    case "redo": return future.last.map(staysWithin) ?? true
    default: return false
    }
  }

  private func staysWithin(_ change: CellChange) -> Bool {
    [cells[change.start...], change.other[...]].joined().allSatisfy { $0.traces.replaced.isEmpty }
  }

  /// Takes back what these cells wrote, the last first.
  ///
  /// - Returns: A sentence for each file that could not be put back.
  func takeBackFiles(of cells: some BidirectionalCollection<Cell>) -> [String] {
    cells.reversed().flatMap { cell in
      Self.takeBack(cell.traces.replaced, through: door(of: cell.rights))
    }
  }

  /// Puts back what a line replaced.
  static func takeBack(_ files: [ReplacedFile], through door: WorkingFolder) -> [String] {
    files.reversed().filter { !door.putBack($0) }.map {
      "\($0.path) could not be put back as it was"
    }
  }

  /// Writes again what these cells wrote, which are taken up again.
  ///
  /// - Returns: A sentence for each file that could not be written.
  func writeFiles(of cells: some Collection<Cell>) -> [String] {
    cells.flatMap { cell in
      cell.traces.replaced.filter { file in
        guard let bytes = cell.state.savedFiles.contents[file.key] else { return true }
        return !door(of: cell.rights).writeAgain(bytes, over: file)
      }.map { "\($0.path) could not be written again" }
    }
  }

  /// The door as those have it whose commands a cell has, opened to writing.
  private func door(of rights: FileRights) -> WorkingFolder {
    var files = settings.files
    files.rights = rights
    files.touches = .writes
    return files
  }
}
