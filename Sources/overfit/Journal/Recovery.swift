internal import ArgumentParser
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
  private let runner: Runner

  init(_ options: GlobalOptions) {
    self.options = options
    var options = options
    options.format = .text
    runner = Runner(options)
  }

  /// The session with all of its cells and its own journal; or with those before the first that did
  /// not come back, while the journal is left as it was.
  func run(
    _ lost: LostJournal, _ text: JournalText, in folder: JournalFolder
  ) -> (conversation: NotebookConversation, journal: Journal) {
    let record = text.record
    let place = goBack(to: text.folder)
    var settings = SessionSettings(options)
    settings.seed = record.seed
    var session = NotebookSession(settings: settings)
    StandardStream.output.sendRows(
      ([NotebookConversation.greeting(seed: record.seed), announcement(of: record)] + place)
        .joined(separator: "\n"))
    for (index, cell) in record.cells.enumerated() {
      do throws(RecoveryStop) {
        try recover(cell, in: &session)
      } catch {
        say(error, at: index, of: record)
        lost.file.release()
        return (NotebookConversation(goingOnIn: session), Journal(in: folder))
      }
    }
    if let file = record.file { session.recover(file) }
    return (
      NotebookConversation(goingOnIn: session), Journal(in: folder, goingOnIn: lost, text)
    )
  }

  /// Runs a cell and shows it.
  private func recover(
    _ cell: SessionRecord.Cell, in session: inout NotebookSession
  ) throws(RecoveryStop) {
    let number = session.nextNumber
    let input = Transcript.input(cell.source, number: number)
    StandardStream.output.sendRows(input.joined(separator: "\n"))
    let outcome = try runner.run { (control) throws(RecoveryStop) in
      try session.recover(cell, control: control)
    }
    let page = Page(runner.options, inputIndent: "[\(number)] ".count)
    StandardStream.output.sendRows(
      page.transcript(session.pictures).output(of: outcome, source: cell.source, in: session)
        .joined(separator: "\n"))
  }

  private func announcement(of record: SessionRecord) -> String {
    let cells = record.cells.count == 1 ? "1 cell" : "\(record.cells.count) cells"
    let epochs = record.statedEpochs
    let training = epochs == 0 ? "" : " with \(epochs) epoch\(epochs == 1 ? "" : "s") of training"
    return "\(cells)\(training) of the session that was not saved; Ctrl-C keeps what is whole"
  }

  private func say(_ stop: RecoveryStop, at index: Int, of record: SessionRecord) {
    let what =
      stop.isInterrupted ? stop.reason : "[\(index + 1)] does not come back: \(stop.reason)"
    let kept = index == 1 ? "the first cell is" : "the first \(index) cells are"
    let rest =
      (index == 0 ? "nothing is back" : "\(kept) back")
      + "; the journal is as it was: overfit --recover tries again"
    StandardStream.output.sendRows("\(what.cleaned(.text))\n\(rest)")
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
