internal import Session
internal import Workbench

/// The notebook at the prompt. A call without a word starts here, past the parser of calls.
struct PromptStart {
  private let options: GlobalOptions

  init(_ options: GlobalOptions) { self.options = options }

  /// Begins a notebook, or runs the lines of a pipe.
  func open() -> ExitStatus {
    guard Terminal().isAttended else {
      return converse(NotebookConversation(SessionSettings(options)), journal: nil)
    }
    let journals = JournalFolder()
    return converse(
      NotebookConversation(
        SessionSettings(options), notice: journals?.notice, keep: ResultFolder.keep(takesUp: false)),
      journal: journals.map { Journal(in: $0) })
  }

  /// Talks about a notebook, and about lessons on the way.
  func converse(_ notebook: NotebookConversation, journal: Journal?) -> ExitStatus {
    ConversationLoop.run(
      LearningConversation(notebook, options), options, cellTime: CellTime(options),
      journal: journal)
  }
}
