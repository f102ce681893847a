internal import Session
internal import TerminalText
internal import Workbench

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Takes a session up again that ended without being saved: its cells run once more, and are shown as
/// if they were typed.
struct Recovery {
  private let options: GlobalOptions
  private let cells: CellsAgain

  init(_ options: GlobalOptions) {
    self.options = options
    cells = CellsAgain(options)
  }

  /// The session with all of its cells and its own journal; or with those before the first that did
  /// not come back, while the journal is left as it was.
  func run(
    _ lost: LostJournal, _ text: JournalText, in folder: JournalFolder
  ) -> (conversation: NotebookConversation, journal: Journal) {
    let record = text.record
    var session = begin(record, in: text.folder)
    for (index, cell) in record.cells.enumerated() {
      let stop = cells.run(cell.source, in: &session) { (session, control) throws(RecoveryStop) in
        try session.recover(cell, control: control)
      }
      if let stop {
        cells.say(
          stop, at: session.nextNumber, after: index,
          rest: "the journal is as it was: overfit --recover tries again")
        lost.file.release()
        return (NotebookConversation(goingOnIn: session), Journal(in: folder))
      }
    }
    if let file = record.file { session.recover(file) }
    let conversation = NotebookConversation(goingOnIn: session)
    guard record.cells.count == lost.cells else {
      cells.say([
        "the rest of the journal can't be read, and is left as it was: \(lost.file.path.cleaned(.text))"
      ])
      lost.file.release()
      return (conversation, Journal(in: folder))
    }
    return (conversation, Journal(in: folder, goingOnIn: lost, text))
  }

  /// A session of the record's seed, and says what its cells are.
  private func begin(_ record: SessionRecord, in folder: String) -> NotebookSession {
    let place = goBack(to: folder)
    let holds = "\(CellsAgain.count(record)) of the session that was not saved"
    let lines = [
      NotebookConversation.greeting(seed: record.seed), "\(holds); Ctrl-C keeps what is whole",
    ]
    cells.say(lines + place)
    var settings = SessionSettings(options)
    settings.seed = record.seed
    var session = NotebookSession(settings: settings)
    session.keep = ResultFolder.keep(takesUp: true)
    return session
  }

  /// Goes to the folder in which the session began, where its paths mean what they meant; what is to
  /// be said of that.
  private func goBack(to folder: String) -> [String] {
    var (there, here) = (stat(), stat())
    guard stat(folder, &there) == 0, stat(".", &here) == 0 else {
      return ["its folder \(folder.cleaned(.text)) is not there any more"]
    }
    if there.st_dev == here.st_dev, there.st_ino == here.st_ino { return [] }
    guard chdir(folder) == 0 else { return ["its folder \(folder.cleaned(.text)) can't be opened"] }
    return ["it goes on in the folder where it began, \(folder.cleaned(.text))"]
  }
}
