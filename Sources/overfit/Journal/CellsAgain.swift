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
    let number = session.nextNumber
    let outcome: NotebookSession.Outcome
    do throws(RecoveryStop) {
      outcome = try runner.run { (control) throws(RecoveryStop) in try work(&session, control) }
    } catch {
      return error
    }
    let isCell = session.nextNumber > number
    let input = isCell ? Transcript.input(source, number: number) : Transcript.input(source)
    let page = Page(runner.options, inputIndent: isCell ? "[\(number)] ".count : 2)
    let output = page.transcript(session.pictures).output(of: outcome, source: source, in: session)
    StandardStream.output.sendRows((input + output).joined(separator: "\n"))
    return nil
  }

  /// Says why the cells end before the one of this number.
  func say(_ stop: RecoveryStop, at number: Int, after count: Int, rest: String) {
    let what = stop.isInterrupted ? stop.reason : "[\(number)] does not come back: \(stop.reason)"
    let kept = count == 1 ? "the first cell is back" : "the first \(count) cells are back"
    StandardStream.output.sendRows(
      "\(what.cleaned(.text))\n\(count == 0 ? "nothing is back" : kept); \(rest)")
  }

  /// "9 cells with 300 epochs of training".
  static func count(_ record: SessionRecord) -> String {
    let cells = record.cells.count == 1 ? "1 cell" : "\(record.cells.count) cells"
    let epochs = record.statedEpochs
    return epochs == 0
      ? cells
      : "\(cells) with \(NumberText.count(epochs)) epoch\(epochs == 1 ? "" : "s") of training"
  }
}
