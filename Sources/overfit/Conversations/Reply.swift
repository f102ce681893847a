internal import JSON
internal import Plots
internal import Session

/// What a cell gives back.
struct Reply {
  enum Next: Equatable {
    case prompt
    /// The next prompt begins with this text: a cell to be edited.
    case editing(String)
    /// This text goes to the student's editor, and what comes of it is the next cell.
    case inEditor(String)
    /// The same for a cell that a lesson offers: it gives way to whatever else is typed.
    case offering(String)
    case leave

    /// What stands at the prompt; empty for nothing.
    var text: String {
      switch self {
      case .prompt, .inEditor, .leave: ""
      case .editing(let text), .offering(let text): text
      }
    }
  }

  /// The result, drawn, without the input; empty where there is nothing to show.
  var text = ""
  /// The lines of it, by their index, before which one may pause who reads: it is prose and what stands
  /// beside it, group by group.
  var breaks: [Int] = []
  var failed = false
  /// Whether it stopped because it was asked to.
  var wasInterrupted = false
  var next = Next.prompt
  /// Why the whole comes to an end that is no success, for standard error; nil where it does not.
  var complaint: String?
  /// What is to be learned now; nil for nothing.
  var lesson: Learning?
  /// What its lessons are drawn by; nil where that was not said.
  var lessonSeed: UInt64?
  /// What the student looks at before it is shown; nil for nothing.
  var view: View?
  /// Draws the output as a notebook holds it, whatever page it was drawn for; nil for none.
  var standardOutput: () -> [String]? = { nil }
}

extension Reply {
  /// So many letters take few rows of any terminal.
  private static let fewLetters = 40

  /// Whether it is one line that any screen has room for.
  var isShort: Bool {
    text.utf8.count <= Self.fewLetters && !text.utf8.contains(UInt8(ascii: "\n"))
  }

  /// The same with lines that stand behind the first one.
  func with(_ said: [String]) -> Reply {
    var reply = self
    var lines = LessonPage.rows(of: text)
    lines.insert(contentsOf: said, at: min(1, lines.count))
    reply.text = LessonPage.text(lines)
    reply.breaks = breaks.map { $0 + said.count }
    return reply
  }

  /// What a line did, drawn for a page, where the input of the cell `typed` stands already.
  init(
    to outcome: NotebookSession.Outcome, source: String, in session: NotebookSession, _ page: Page,
    typed: Int? = nil
  ) {
    switch page.format {
    case .json:
      text = JSONLine.value(of: outcome, source: source)?.text ?? ""
    case .text:
      text = Reply.lines(of: outcome, source, in: session, page, typed).joined(separator: "\n")
    }
    switch outcome {
    case .cell(_, let cell):
      failed = cell.hasFailed
      guard failed else { break }
      standardOutput = { Transcript.standard.output(of: cell) }
    case .refused, .unable:
      failed = true
      standardOutput = { Transcript.standard.output(of: outcome, source: source, in: session) }
    case .notebook(_, let rerun, let isPartlyRefused):
      failed = isPartlyRefused || rerun.contains { session.cells[$0 - 1].hasFailed }
    case .interrupted: wasInterrupted = true
    case .lesson(let lesson, let seed):
      (self.lesson, lessonSeed, failed) = (lesson, seed, page.format == .json)
    case .view(let view): self.view = view
    case .quit: next = .leave
    case .nothing, .editing: break
    }
  }

  /// A cell that stands at the next prompt to be changed; nil where nobody can change it there, and for
  /// every other outcome.
  init?(opening outcome: NotebookSession.Outcome, _ page: Page) {
    guard case .editing(_, let source, let inEditor) = outcome, page.opensCells else { return nil }
    next = inEditor ? .inEditor(source) : .editing(source)
  }

  /// The lines that are not on the screen yet.
  private static func lines(
    of outcome: NotebookSession.Outcome, _ source: String, in session: NotebookSession,
    _ page: Page, _ typed: Int?
  ) -> [String] {
    if let rest = page.early?.rest(of: outcome) { return rest }
    return page.transcript(session.pictures)
      .output(of: outcome, source: source, in: session, typed: typed)
  }
}
