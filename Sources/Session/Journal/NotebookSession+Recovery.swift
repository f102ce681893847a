import Commands
import Language
package import Workbench

/// Why a cell of a session that is taken up again did not come back.
package struct RecoveryStop: Error, Equatable, Sendable {
  /// Whether it was interrupted.
  package let isInterrupted: Bool
  /// What went wrong, without a capital or a full stop.
  package let reason: String

  static let interrupted = RecoveryStop(isInterrupted: true, reason: "interrupted")

  init(isInterrupted: Bool = false, reason: String) {
    self.isInterrupted = isInterrupted
    self.reason = reason
  }
}

extension NotebookSession {
  /// Runs a cell of a session that is taken up again, as the next one.
  ///
  /// It reads what whoever typed it may read. What it writes, and what was saved behind it, is kept in
  /// memory alone: on the disk it stands as it was written then.
  /// - Throws: `RecoveryStop` if it is interrupted, or fails though it did not; the notebook is then as
  ///   it was.
  package mutating func recover(
    _ entry: RecordedCell, control: RunControl = RunControl()
  ) throws(RecoveryStop) -> Outcome {
    let own = settings
    defer { settings.files = own.files }
    let rights = entry.holder.map { own.opened($0, by: .runAtPrompt).files.rights } ?? .person
    settings.files.rights =
      entry.holder == nil ? own.opened("", by: .recovery).files.rights : rights.withoutWriting
    let script = script(entry.source)
    do throws(Diagnostic) {
      try checkCell(script)
    } catch {
      throw RecoveryStop(reason: error.reason)
    }
    var cell = try cell(run(script, from: state, control), failing: entry.hasFailed)
    cell.sharedRights = Shared(rights)
    change(from: cells.count, to: [cell])
    settings.files.rights = settings.files.rights.inMemory
    for save in entry.saves { recover(save: save, control) }
    return .cell(cells.count, cells[cells.count - 1])
  }

  private func cell(
    _ result: Interpreter.Result, failing mayFail: Bool
  ) throws(RecoveryStop) -> Cell {
    switch result {
    case .cell(let cell) where cell.isCutShort: throw .interrupted
    case .cell(let cell):
      if case .failure(let diagnostic) = cell.result, !mayFail {
        throw RecoveryStop(reason: diagnostic.reason)
      }
      return cell
    case .interrupted: throw .interrupted
    case .refused(let diagnostic): throw RecoveryStop(reason: diagnostic.reason)
    case .unable(let message): throw RecoveryStop(reason: message)
    case .full(let shortage): throw RecoveryStop(reason: Wording.text(of: shortage))
    }
  }

  /// Keeps in memory what a line saved behind the last cell. Any other line does nothing.
  mutating func recover(save source: String, _ control: RunControl) {
    let script = script(source)
    guard case .command(let command)? = script.statements.first, script.statements.count == 1,
      command.verb.text == SaveCommand.definition.verb
    else { return }
    _ = submit(script, control: control)
  }

  /// Takes up the file of the notebook again, if it is as the session left it.
  package mutating func recover(_ record: SessionRecord.File) {
    guard let source = try? SourceFile(record.path, files: settings.files),
      source.digest == record.digest, let notebook = source.notebook
    else { return }
    let same = cells.prefix(record.same).map(\.source)
    // What it held beyond these the journal does not know, but that it was something.
    let rest = Array(repeating: "", count: record.cells - same.count)
    file = NotebookFile(
      path: record.path, digest: record.digest, sources: same + rest,
      manuscript: Manuscript(notebook, becoming: same, of: record.cells, in: self))
    savedFiles.insert(record.path)
  }
}
