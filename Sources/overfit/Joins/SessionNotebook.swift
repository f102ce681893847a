internal import Charts
internal import JSON
internal import Language
internal import Session
internal import Workbench

/// A notebook of the session as the prompt, pipes and scripts talk to it.
struct SessionNotebook: Conversation {
  private var session: NotebookSession
  /// The cell that the student has opened with `edit N`.
  private var editedCell: Int?

  init(_ settings: SessionSettings) {
    session = NotebookSession(settings: settings)
  }

  var nextNumber: Int { editedCell ?? session.nextNumber }

  func opening(_ page: Page) -> Reply {
    Reply(text: "Overfit 0.1 · seed \(session.settings.seed) · help, lessons, quit")
  }

  mutating func submit(_ source: String, page: Page, control: RunControl) -> Reply {
    guard let number = editedCell else {
      let outcome = session.submit(source, control: control.forSession)
      return reply(to: outcome, source: source, page)
    }
    editedCell = nil
    do {
      let outcome = try session.replace(
        cell: number, with: source, control: control.forSession)
      var reply = reply(to: outcome, source: source, page)
      // The cell stands on the screen already, as it was typed.
      let rows = reply.text.split(separator: "\n", omittingEmptySubsequences: false)
      let typed = session.cells[number - 1].source.split(
        separator: "\n", omittingEmptySubsequences: false)
      reply.text = rows.dropFirst(typed.count).joined(separator: "\n")
      return reply
    } catch {
      return Reply(text: error.message, failed: true)
    }
  }

  mutating func abandon() { editedCell = nil }

  func completions(for line: String, cursor: Int) -> [String] {
    session.completions(for: line, cursor: cursor)
  }

  func isIncomplete(_ source: String) -> Bool { session.isIncomplete(source) }

  private mutating func reply(
    to outcome: NotebookSession.Outcome, source: String, _ page: Page
  ) -> Reply {
    var reply = Reply(to: outcome, source: source, in: session, page)
    if case .editing(let number, let source) = outcome, page.opensCells {
      editedCell = number
      reply.text = ""
      reply.next = .editing(source)
    }
    return reply
  }
}

extension Reply {
  /// What a line did, drawn for a page.
  init(
    to outcome: NotebookSession.Outcome, source: String, in session: NotebookSession, _ page: Page
  ) {
    switch page.format {
    case .json:
      text = outcome.json(source: source)?.text ?? ""
    case .text:
      text = page.transcript(session.pictures).output(of: outcome, source: source, in: session)
        .joined(separator: "\n")
    }
    switch outcome {
    case .cell(_, let cell):
      failed = cell.hasFailed
      standardOutput = Session.Transcript.standard.output(of: cell)
    case .refused:
      failed = true
      standardOutput = Session.Transcript.standard.output(of: outcome, source: source, in: session)
    case .notebook(_, let rerun):
      failed = rerun.contains { session.cells[$0 - 1].hasFailed }
    case .interrupted: wasInterrupted = true
    case .quit: next = .leave
    case .nothing, .editing: break
    }
  }
}

extension Page {
  /// How the session draws for this page, which may know no such pictures.
  func transcript(_ pictures: Pictures) -> Session.Transcript {
    Session.Transcript(
      renderer: TextRenderer(
        width: width, height: height, pictures: isPlain ? .ascii : pictures, colors: colors),
      indent: inputIndent, width: width)
  }
}
