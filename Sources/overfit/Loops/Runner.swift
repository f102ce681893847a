internal import Charts
internal import Language
internal import Plots
internal import Session
internal import Workbench

/// Runs cells with everything around them: the page, the progress line, Ctrl-C.
struct Runner {
  private(set) var options: GlobalOptions
  /// What results are drawn for where no terminal shows them.
  private var lastingPage: Page?
  private let terminal: Terminal
  /// Whether the next line can begin with text to be changed.
  private let opensCells: Bool
  private let line: ProgressLine
  private let cellTime: CellTime?
  private let asksAboutWork: Bool
  /// What stops a cell that nobody looks at before it is done.
  private let unwatched: RunControl

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
    let line = ProgressLine(
      isShown: terminal.showsProgress,
      bar: options.plain || !Environment.isUTF8 ? .ascii : .blocks)
    self.line = line
    var unwatched = Self.control(cellTime) { line.show($0) }
    if asksAboutWork { unwatched.judgesWork = Asking.aboutWork(line) }
    self.unwatched = unwatched
    lastingPage = pageThatLasts
  }

  private var pageThatLasts: Page? {
    terminal.showsResults ? nil : Page(options, on: terminal, opensCells: opensCells)
  }

  /// The same with other options.
  func with(_ options: GlobalOptions) -> Runner {
    var runner = self
    runner.options = options
    runner.lastingPage = runner.pageThatLasts
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
    var page = lastingPage ?? Page(options, on: terminal, opensCells: opensCells)
    page.inputIndent = inputIndent
    if asksAboutWork { page.time = { [line] in line.time(of: $0) } }
    let mayShow = script?.onlyComputes != true
    if mayShow, opensCells, page.format == .text, !conversation.isLesson {
      page.early = EarlyOutput(page.transcript(conversation.wishes.pictures)) { [line] in
        line.erase()
      }
    }
    let opensViews = mayShow && opensCells && page.format == .text
    let view = opensViews ? watchView(conversation.wishes.pictures) : nil
    return run(showing: page.early, view) { control in
      script.map { conversation.submit($0, page: page, control: control) }
        ?? conversation.submit(source, page: page, control: control)
    }
  }

  /// Runs what Ctrl-C can stop and what may tell how far it is.
  func run<Result, Failure: Error>(
    showing early: EarlyOutput? = nil, _ view: WatchView? = nil,
    _ work: (RunControl) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    Signals.beginCommand()
    line.begin()
    defer {
      view?.end()
      line.erase(withEcho: Signals.isInterrupted)
      Signals.endCommand()
    }
    if early == nil, view == nil { return try work(unwatched) }
    var control = Self.control(cellTime, show: early?.show) { [line] progress in
      view?.note(progress)
      line.show(progress, draws: view?.isShown != true)
    }
    if asksAboutWork { control.judgesWork = Asking.aboutWork(line) }
    control.watcher = view?.watcher { [line] in line.erase() }
    control.opensViews = view != nil
    return try work(control)
  }

  private static func control(
    _ cellTime: CellTime?, show: (@Sendable (Document) -> Void)? = nil,
    report: @escaping @Sendable (Progress) -> Void
  ) -> RunControl {
    RunControl(
      isInterrupted: {
        StandardStream.letGoInTime()
        return Signals.isInterrupted || Signals.isOutOfTime
      },
      isGivenUp: { Signals.isGivenUp || Signals.isOutOfTime },
      isOutOfTime: { Signals.isOutOfTime && !Signals.isInterrupted },
      onCell: { Signals.beginCell(seconds: cellTime?.seconds ?? 0) },
      show: show, report: report)
  }

  /// Has the student look at a view, until they leave it.
  ///
  /// - Returns: The line that makes a cell of it; nil for none.
  func look(at view: View, in session: NotebookSession) -> String? {
    let transcript = { @Sendable [options, terminal, pictures = session.pictures] lines in
      Page(options, on: terminal).transcript(pictures, reserving: lines)
    }
    switch view {
    case .film(let film):
      var view = FilmView(film, transcript: transcript)
      view.run()
      return nil
    case .turn(let turn):
      var view = TurnView(turn, transcript: transcript)
      return view.run()
    }
  }

  /// What shows a training that is watched.
  private func watchView(_ pictures: Pictures) -> WatchView {
    WatchView(bar: bar) { [options, terminal] in
      Page(options, on: terminal).transcript(pictures)
    }
  }

  private var bar: ProgressText.Bar {
    options.plain || !Environment.isUTF8 ? .ascii : .blocks
  }

  /// Makes room for a result on standard output while the work goes on.
  func makeRoom() {
    line.erase()
  }
}
