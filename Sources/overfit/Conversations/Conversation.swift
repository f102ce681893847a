internal import Language
internal import Session
internal import Workbench

/// A notebook that is being written: cells go in, replies come out.
protocol Conversation {
  /// The session that the next cell runs in.
  var session: NotebookSession { get }
  /// What its student wishes of the terminal.
  var wishes: TerminalWishes { get }
  /// What reads the lines of the next cell.
  var gathering: SourceGathering { get }
  /// The number of the next cell.
  var nextNumber: Int { get }
  /// Whether a lesson is walked: an empty line means "go on", and the opening is a part of what a
  /// pipe prints.
  var isLesson: Bool { get }
  /// Whether each line is an answer, and no part of a cell.
  var takesAnswers: Bool { get }
  /// What is said where the program is left by the end of the input; nil for nothing.
  var parting: String? { get }
  /// What stands at a prompt at which nothing else is to stand: the cell that a lesson offers.
  var next: Reply.Next { get }
  /// Notes in a journal what has changed of the student's own session, which is not copied for that.
  func note(in journal: Journal, isFollowed: Bool, isHeld: Bool)
  /// What is asked now, above the prompt; nothing where nothing is.
  func standing(_ page: Page) -> [String]
  /// What is shown before the first prompt.
  func opening(_ page: Page) -> Reply
  /// Runs a cell, which may have several lines. An empty one is "go on" in a lesson and nothing
  /// elsewhere.
  mutating func submit(_ source: String, page: Page, control: RunControl) -> Reply
  /// Runs a cell that was read already.
  mutating func submit(_ script: Script, page: Page, control: RunControl) -> Reply
  /// The student gave up what the prompt offered (Ctrl-C): a cell that was being edited stays as it
  /// was.
  mutating func abandon()
  /// Goes on with these wishes of the student's.
  mutating func keep(_ wishes: TerminalWishes)
  /// Leaves what stands on top of the student's notebook; nil where nothing does, and the program is to
  /// be left.
  mutating func stepOut() -> Reply?
}

extension Conversation {
  var gathering: SourceGathering { session.gathering }
  var wishes: TerminalWishes { session.wishes }
  var takesAnswers: Bool { false }
  var parting: String? { nil }
  var next: Reply.Next { .prompt }

  func standing(_ page: Page) -> [String] { [] }

  func note(in journal: Journal, isFollowed: Bool, isHeld: Bool) {
    journal.note(session, isFollowed: isFollowed, isHeld: isHeld)
  }

  /// What stands before the line that is typed.
  var prompt: String { takesAnswers ? "> " : "[\(nextNumber)] " }

  mutating func stepOut() -> Reply? { nil }

  mutating func submit(_ script: Script, page: Page, control: RunControl) -> Reply {
    submit(script.source, page: page, control: control)
  }
}
