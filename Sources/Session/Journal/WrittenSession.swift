import Workbench

/// A session as its journal has it, which tells what has changed since then.
///
/// That takes as long as the change is, however many cells there are: a notebook is changed from a cell
/// on, so cells stand where they stood up to the last one that is the same run of a cell.
package struct WrittenSession: Sendable {
  /// What has changed of a session since it was written down.
  package struct RecordedChange: Sendable {
    /// The lines that tell of it.
    package let text: String
    fileprivate let kept: Int
    fileprivate let record: SessionRecord
    fileprivate let runs: [Shared<SessionState>]
  }

  /// Its cells, its file, and whether they are saved.
  private var record: SessionRecord
  /// The run of each of its cells; none of a session that was read.
  private var runs: [Shared<SessionState>] = []

  /// Begins with what a journal leads to.
  package init(_ record: SessionRecord) {
    self.record = record
  }

  /// What has changed; nil where nothing has.
  package func change(to session: NotebookSession) -> RecordedChange? {
    let kept = cellsKept(in: session)
    var next = SessionRecord(seed: record.seed)
    next.cells = session.cells[kept...].map(RecordedCell.init)
    (next.file, next.isSaved) = (session.recordedFile, session.isSaved)
    guard
      kept < record.cells.count || !next.cells.isEmpty || next.file != record.file
        || next.isSaved != record.isSaved
    else { return nil }
    return RecordedChange(
      text: JournalText.change(keeping: kept, with: next), kept: kept, record: next,
      runs: session.cells[min(kept, runs.count)...].map(\.after))
  }

  /// Goes on from a change that is written.
  package mutating func note(_ change: RecordedChange) {
    record.cells.replaceSubrange(change.kept..., with: change.record.cells)
    (record.file, record.isSaved) = (change.record.file, change.record.isSaved)
    runs.replaceSubrange(min(change.kept, runs.count)..., with: change.runs)
  }

  /// How many cells, the first ones, are as they were written.
  private func cellsKept(in session: NotebookSession) -> Int {
    let cells = session.cells
    let most = min(record.cells.count, cells.count)
    var kept = min(runs.count, most)
    while kept > 0, !runs[kept - 1].isOne(with: cells[kept - 1].after) { kept -= 1 }
    return (kept..<most).first { record.cells[$0] != RecordedCell(cells[$0]) } ?? most
  }
}
