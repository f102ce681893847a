internal import Session

/// The journal of a session that ended without being saved. No other process takes it up meanwhile.
struct LostJournal {
  let file: JournalFile
  /// How many cells the session had.
  let cells: Int

  /// How many cells the session had and whether they are saved; nil for what is no journal.
  static func summary(of file: JournalFile) -> (cells: Int, isSaved: Bool)? {
    if let summary = JournalText.summary(ofEnd: file.end()) { return summary }
    return JournalText(file.contents()).map { ($0.record.cells.count, $0.record.isSaved) }
  }

  /// What stands in it; nil where it can't be read.
  func text() -> JournalText? { JournalText(file.contents()) }
}
