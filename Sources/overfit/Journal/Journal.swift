internal import Session
internal import TerminalText
internal import Workbench

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Keeps what leads back to the session at the terminal, cell by cell, until it is left by choice.
///
/// Nothing waits for it: what can't be written is said once, and tried again with the next cell.
final class Journal {
  private let folder: JournalFolder
  private var file: JournalFile?
  /// What stands in the file; nil as long as there is none.
  private var written: SessionRecord?
  private var length = 0
  private var hasComplained = false

  /// Begins with the first cell.
  init(in folder: JournalFolder) {
    self.folder = folder
  }

  /// Goes on in the journal of a session that was taken up again as a whole.
  init(in folder: JournalFolder, goingOnIn lost: LostJournal, _ text: JournalText) {
    self.folder = folder
    file = lost.file
    written = text.record
    length = text.length
  }

  /// Writes down what has changed.
  func note(_ session: NotebookSession) {
    let record = session.record
    if let file, !file.isThere { (self.file, written) = (nil, nil) }
    guard record != (written ?? SessionRecord(seed: record.seed)) else { return }
    if file == nil { begin(with: record) } else { append(record) }
  }

  private func begin(with record: SessionRecord) {
    let text =
      JournalText.beginning(folder: Self.currentFolder, seed: record.seed)
      + JournalText.change(from: SessionRecord(seed: record.seed), to: record)
    guard let file = folder.make(with: text) else { return complain(errno) }
    (self.file, written, length) = (file, record, text.utf8.count)
  }

  private func append(_ record: SessionRecord) {
    let text = JournalText.change(from: written ?? SessionRecord(seed: record.seed), to: record)
    guard file?.write(text, at: length) == true else { return complain(errno) }
    written = record
    length += text.utf8.count
  }

  /// Takes it away: the session is left by choice.
  func remove() {
    file?.remove()
    file = nil
    ResultFolder.removeOwn()
  }

  private func complain(_ reason: Int32) {
    guard !hasComplained else { return }
    hasComplained = true
    let problem =
      [ENOSPC, EDQUOT].contains(reason) ? "the disk is full" : String(cString: strerror(reason))
    StandardStream.error.sendLine(
      "overfit: the journal in \(folder.path.cleaned(.message)) is not written: \(problem)")
  }

  private static var currentFolder: String {
    guard let folder = realpath(".", nil) else { return "." }
    defer { free(folder) }
    return String(cString: folder)
  }
}
