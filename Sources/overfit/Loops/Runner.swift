/// Runs cells with everything around them: the page, the progress line, Ctrl-C.
struct Runner {
  let terminal: Terminal
  let options: GlobalOptions
  private let line: ProgressLine

  init(terminal: Terminal, options: GlobalOptions) {
    self.terminal = terminal
    self.options = options
    line = ProgressLine(
      isShown: terminal.showsProgress,
      bar: options.plain || !Environment.isUTF8 ? .ascii : .blocks)
  }

  /// The page for what is not the reply to a cell.
  var page: Page { terminal.page(options, inputIndent: 0) }

  /// The reply to a cell whose input stands `inputIndent` columns from the left.
  func submit(
    _ source: String, to conversation: inout any Conversation, inputIndent: Int
  ) -> Reply {
    let page = terminal.page(options, inputIndent: inputIndent)
    return run { conversation.submit(source, page: page, control: $0) }
  }

  /// Runs what Ctrl-C can stop and what may tell how far it is.
  func run<Result, Failure: Error>(
    _ work: (RunControl) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    Signals.beginCommand()
    line.begin()
    defer {
      line.erase(withEcho: Signals.isInterrupted)
      Signals.endCommand()
    }
    return try work(
      RunControl(isInterrupted: { Signals.isInterrupted }, progress: { [line] in line.show($0) }))
  }

  /// Makes room for a result on standard output while the work goes on.
  func makeRoom() {
    line.erase()
  }
}
