internal import Session
internal import Workbench

/// The notebook at the prompt. A call without a word starts here, past the parser of calls.
extension ConversationLoop {
  /// Begins a notebook, or runs the lines of a pipe.
  static func begin(_ options: GlobalOptions) -> ExitStatus {
    guard Terminal().isAttended else {
      return converse(NotebookConversation(SessionSettings(options)), options, journal: nil)
    }
    let journals = JournalFolder()
    return converse(
      NotebookConversation(
        SessionSettings(options), notice: journals?.notice, keep: ResultFolder.keep(takesUp: false)),
      options, journal: journals.map { Journal(in: $0) })
  }

  /// Talks about a notebook, and about lessons on the way.
  static func converse(
    _ notebook: NotebookConversation, _ options: GlobalOptions, journal: Journal?
  ) -> ExitStatus {
    run(
      LearningConversation(notebook, options), options, cellTime: CellTime(options),
      journal: journal)
  }
}
