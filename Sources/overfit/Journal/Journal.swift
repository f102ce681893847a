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
  private var seed: UInt64 = 0
  /// What stands in the file; nil as long as there is none.
  private var written: WrittenSession?
  private var length = 0
  /// The changes that are not in the file yet.
  private var waiting = ""
  private var hasComplained = false

  /// Begins with the first cell.
  init(in folder: JournalFolder) {
    self.folder = folder
  }

  /// Goes on in the journal of a session that was taken up again as a whole.
  init(in folder: JournalFolder, goingOnIn lost: LostJournal, _ text: JournalText) {
    self.folder = folder
    file = lost.file
    written = WrittenSession(text.record)
    length = text.length
  }

  /// Writes down what has changed.
  ///
  /// - Parameters:
  ///   - isFollowed: Whether more changes come at once: the disk is waited for with the last of them. A
  ///     program that dies leaves what is written, whether the disk has it or not.
  ///   - isHeld: Whether what they show is held, and they may wait for ``keep(waits:)``.
  func note(_ session: NotebookSession, isFollowed: Bool = false, isHeld: Bool = false) {
    if waiting.isEmpty, let file, !file.isThere { (self.file, written) = (nil, nil) }
    seed = session.settings.seed
    // Taken out, so that a long session is not copied.
    var written = written.take() ?? WrittenSession(SessionRecord(seed: seed))
    if let change = written.change(to: session) {
      waiting += change.text
      written.note(change)
    }
    self.written = written
    if !isHeld { keep(waits: !isFollowed) }
  }

  /// Writes what waits; what can't be written waits on.
  ///
  /// - Parameter waits: Whether the disk is waited for.
  func keep(waits: Bool) {
    guard !waiting.isEmpty else { return }
    guard write(waiting, seed: seed, waits: waits) else { return complain(errno) }
    waiting = ""
  }

  /// Puts a change behind the others, and begins with it where there are none.
  private func write(_ change: String, seed: UInt64, waits: Bool) -> Bool {
    guard let file else {
      let text = JournalText.beginning(folder: Self.currentFolder, seed: seed) + change
      file = folder.make(with: text)
      length = text.utf8.count
      return file != nil
    }
    guard file.write(change, at: length, waits: waits) else { return false }
    length += change.utf8.count
    return true
  }

  /// Takes it away: the session is left by choice.
  func remove() {
    file?.remove()
    (file, waiting) = (nil, "")
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
