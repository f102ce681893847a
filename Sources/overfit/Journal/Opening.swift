internal import Language
internal import Session
internal import TerminalText
internal import Workbench

/// Opens a notebook: its cells run, and the prompt goes on behind them.
struct Opening {
  private let options: GlobalOptions
  private let cells: CellsAgain

  init(_ options: GlobalOptions) {
    self.options = options
    cells = CellsAgain(options)
  }

  /// The session behind the last cell, which `save` alone writes back into the file; or behind those
  /// before the first that did not come, which it does not.
  ///
  /// - Parameter notice: What the student is to be told first; nil for nothing.
  func run(_ file: SourceFile, notice: String?) -> NotebookConversation {
    var settings = SessionSettings(options)
    settings.seed = file.seed ?? 0
    var session = NotebookSession(settings: settings)
    session.keep = ResultFolder.keep(takesUp: false)
    let holds = "\(CellsAgain.count(file.record)) of \(file.path.cleaned(.text))"
    cells.say([
      NotebookConversation.greeting(seed: settings.seed), notice,
      "\(holds); Ctrl-C keeps what is whole",
      file.hasSolutions ? "its exercises are solved as a replay solves them" : nil,
    ])
    for index in file.played.indices {
      let source = file.played[index].script.source
      let stop = cells.run(source, in: &session) { (session, control) throws(RecoveryStop) in
        try session.open(index, of: file, control: control)
      }
      if let stop {
        cells.say(
          stop, at: session.nextNumber, after: session.cells.count,
          rest: "\(file.path.cleaned(.text)) is as it was, and save needs another name")
        session.goOn(in: file, isWhole: false)
        return NotebookConversation(goingOnIn: session)
      }
    }
    session.goOn(in: file, isWhole: true)
    return NotebookConversation(goingOnIn: session)
  }
}
