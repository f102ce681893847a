internal import Language
internal import Session
internal import Workbench

/// Runs cells with everything around them: the page, the progress line, Ctrl-C.
struct Runner {
  private(set) var options: GlobalOptions
  private let terminal: Terminal
  /// Whether the next line can begin with text to be changed.
  private let opensCells: Bool
  private let line: ProgressLine
  private let cellTime: CellTime?
  private let asksAboutWork: Bool

  /// - Parameters:
  ///   - opensCells: Whether someone reads the next line who can change a text in it.
  ///   - cellTime: How long a cell from a file may run; nil where none comes from one.
  ///   - asksAboutWork: Whether someone types the lines who can be asked about long ones.
  init(
    _ options: GlobalOptions, on terminal: Terminal = Terminal(), opensCells: Bool = false,
    cellTime: CellTime? = nil, asksAboutWork: Bool = false
  ) {
    self.options = options
    self.cellTime = cellTime
    self.asksAboutWork = asksAboutWork
    self.terminal = terminal
    self.opensCells = opensCells
    line = ProgressLine(
      isShown: terminal.showsProgress,
      bar: options.plain || !Environment.isUTF8 ? .ascii : .blocks)
  }

  /// The same with other options.
  func with(_ options: GlobalOptions) -> Runner {
    var runner = self
    runner.options = options
    return runner
  }

  /// The page for what is not the reply to a cell.
  var page: Page { Page(options, on: terminal) }

  /// Whether what the student may type can be told, by its grey, from what is typed.
  var showsHints: Bool {
    Terminal.hasGrey && options.color.isOn(isMonochrome: Terminal.isMonochrome)
  }

  /// The reply to a cell whose input stands `inputIndent` columns from the left, and which may have
  /// been read already.
  func submit(
    _ source: String, _ script: Script? = nil, to conversation: inout any Conversation,
    inputIndent: Int
  ) -> Reply {
    var page = Page(
      options, on: terminal, inputIndent: inputIndent, opensCells: opensCells)
    if opensCells, page.format == .text, !conversation.isLesson {
      page.early = EarlyOutput(page.transcript(conversation.session.pictures)) { [line] in
        line.erase()
      }
    }
    return run(showing: page.early) { control in
      script.map { conversation.submit($0, page: page, control: control) }
        ?? conversation.submit(source, page: page, control: control)
    }
  }

  /// Runs what Ctrl-C can stop and what may tell how far it is.
  func run<Result, Failure: Error>(
    showing early: EarlyOutput? = nil, _ work: (RunControl) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    Signals.beginCommand()
    line.begin()
    defer {
      line.erase(withEcho: Signals.isInterrupted)
      Signals.endCommand()
    }
    var control = RunControl(
      isInterrupted: { Signals.isInterrupted || Signals.isOutOfTime },
      isGivenUp: { Signals.isGivenUp || Signals.isOutOfTime },
      isOutOfTime: { Signals.isOutOfTime && !Signals.isInterrupted },
      onCell: { [cellTime] in Signals.beginCell(seconds: cellTime?.seconds ?? 0) },
      show: early?.show,
      report: { [line] in line.show($0) })
    if asksAboutWork { control.judgesWork = Asking.aboutWork(line) }
    return try work(control)
  }

  /// Makes room for a result on standard output while the work goes on.
  func makeRoom() {
    line.erase()
  }
}
