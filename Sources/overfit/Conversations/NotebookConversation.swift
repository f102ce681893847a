internal import Language
internal import Session
internal import Workbench

/// A notebook as the prompt, pipes and scripts talk to it.
struct NotebookConversation: Conversation {
  private(set) var session: NotebookSession
  /// The cell that the student has opened with `edit N`.
  private var editedCell: Int?
  /// What the student is to be told before the first prompt; nil for nothing.
  private let notice: String?
  /// Whether the greeting was said already.
  private let isGreeted: Bool

  init(_ settings: SessionSettings, notice: String? = nil, keep: ResultKeep? = nil) {
    session = NotebookSession(settings: settings)
    session.keep = keep
    self.notice = notice
    isGreeted = false
  }

  /// Goes on in a session whose beginning is on the screen.
  init(goingOnIn session: NotebookSession) {
    self.session = session
    notice = nil
    isGreeted = true
  }

  /// The first line of a session with this seed.
  static func greeting(seed: UInt64) -> String {
    "Overfit \(Version.number) · seed \(seed) · help, lessons, quit"
  }

  /// Goes on with these wishes of the student's.
  mutating func keep(_ wishes: TerminalWishes) { session.wishes = wishes }

  var wishes: TerminalWishes { session.wishes }
  var gathering: SourceGathering { session.gathering }
  var nextNumber: Int { editedCell ?? session.nextNumber }
  var isLesson: Bool { false }

  func opening(_ page: Page) -> Reply {
    let greeting = isGreeted ? nil : Self.greeting(seed: session.settings.seed)
    return Reply(text: page.prose([greeting, notice]))
  }

  mutating func submit(_ source: String, page: Page, control: RunControl) -> Reply {
    guard let number = editedCell else {
      let outcome = session.submit(source, control: control)
      return reply(to: outcome, source: source, page)
    }
    editedCell = nil
    do {
      let outcome = try session.replace(cell: number, with: source, control: control)
      return reply(to: outcome, source: source, page, typed: number)
    } catch {
      return Reply(text: error.message, failed: true)
    }
  }

  mutating func submit(_ script: Script, page: Page, control: RunControl) -> Reply {
    guard editedCell == nil else { return submit(script.source, page: page, control: control) }
    let outcome = session.submit(script, control: control)
    return reply(to: outcome, source: script.source, page)
  }

  mutating func abandon() { editedCell = nil }

  private mutating func reply(
    to outcome: NotebookSession.Outcome, source: String, _ page: Page, typed: Int? = nil
  ) -> Reply {
    if case .editing(let number, _, _) = outcome, let opened = Reply(opening: outcome, page) {
      editedCell = number
      return opened
    }
    return Reply(to: outcome, source: source, in: session, page, typed: typed)
  }
}
