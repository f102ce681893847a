internal import Charts
internal import Session
internal import TerminalText
internal import Workbench

/// Runs cells that were typed before, with progress and Ctrl-C, and shows them as if they were typed
/// now.
struct CellsAgain {
  typealias Work = (inout NotebookSession, RunControl) throws(RecoveryStop) ->
    NotebookSession.Outcome

  private let runner: Runner

  init(_ options: GlobalOptions) {
    var options = options
    options.format = .text
    runner = Runner(options)
  }

  /// Runs what has this source, and shows it.
  /// - Returns: Why it did not come to anything; nil where it did.
  func run(_ source: String, in session: inout NotebookSession, _ work: Work) -> RecoveryStop? {
    StandardStream.hold()
    let number = session.nextNumber
    let outcome: NotebookSession.Outcome
    do throws(RecoveryStop) {
      outcome = try runner.run { (control) throws(RecoveryStop) in try work(&session, control) }
    } catch {
      return error
    }
    let isCell = session.nextNumber > number
    let input = isCell ? Transcript.input(source, number: number) : Transcript.input(source)
    var page = runner.page
    page.inputIndent = isCell ? "[\(number)] ".utf8.count : 2
    let output = page.transcript(session.pictures).output(of: outcome, source: source, in: session)
    StandardStream.output.sendRows((input + output).joined(separator: "\n"))
    return nil
  }

  /// Says why the cells end before the one of this number.
  func say(_ stop: RecoveryStop, at number: Int, after count: Int, rest: String) {
    let what = stop.isInterrupted ? stop.reason : "[\(number)] does not come back: \(stop.reason)"
    let kept = count == 1 ? "the first cell is back" : "the first \(count) cells are back"
    say([what.cleaned(.text), "\(count == 0 ? "nothing is back" : kept); \(rest)"])
  }

  /// Says lines, those that are nil left out.
  func say(_ lines: [String?]) {
    StandardStream.output.sendRows(Page(runner.options).prose(lines))
  }

  /// "9 cells (2 trainings of 300 epochs, 1 search, 26 fits in all)"
  static func count(_ record: SessionRecord) -> String {
    let work = record.work
    var parts: [String] = []
    if work.trainings > 0 {
      let epochs = work.epochs == 0 ? "" : " of \(Wording.count(work.epochs, "epoch"))"
      parts.append(Wording.count(work.trainings, "training") + epochs)
    }
    if work.searches > 0 {
      parts.append(Wording.count(work.searches, "search", plural: "searches"))
    }
    if work.comparisons > 0 { parts.append(Wording.count(work.comparisons, "comparison")) }
    if work.fits > work.trainings { parts.append("\(Wording.count(work.fits, "fit")) in all") }
    let cells = Wording.count(record.cells.count, "cell")
    return parts.isEmpty ? cells : "\(cells) (\(parts.joined(separator: ", ")))"
  }
}
