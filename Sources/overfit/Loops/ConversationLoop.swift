internal import Session

/// Talks with a student at the terminal, or answers the lines of a pipe.
enum ConversationLoop {
  /// - Parameters:
  ///   - cellTime: How long a cell of a file may run.
  ///   - journal: Where what is typed at a terminal is kept; nil for what is not.
  static func run(
    _ conversation: any Conversation, _ options: GlobalOptions, cellTime: CellTime? = nil,
    journal: Journal? = nil
  ) -> ExitStatus {
    Folders.removeLeftovers()
    let terminal = Terminal()
    guard terminal.isAttended else {
      var run = UnattendedRun(
        conversation, runner: Runner(options, on: terminal, cellTime: cellTime))
      defer { UntilExit.hold(run) }
      return run.run(PlainReader(showsPrompt: false))
    }
    let wishes = Wishes.atStart()
    var conversation = conversation
    conversation.keep(wishes)
    var options = options
    options.format = .text
    let editor =
      terminal.editsLines ? LineEditor(program: "overfit", keys: wishes.editor) : nil
    let reader: any LineReader = editor ?? PlainReader(showsPrompt: true)
    defer { reader.close() }
    let runner = Runner(
      options.with(wishes), on: terminal, opensCells: terminal.editsLines, cellTime: cellTime,
      asksAboutWork: terminal.readsKeys && terminal.showsResults)
    var dialogue = Dialogue(
      conversation, options, reader: reader, runner: runner, journal: journal)
    return dialogue.run()
  }
}
