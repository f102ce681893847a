internal import Language
internal import Notebooks
internal import Session
internal import TerminalText
internal import Workbench

/// The student's notebook, and now and then a lesson or flash cards on top of it, whose end leads back to
/// the notebook as it was.
struct LearningConversation: Conversation {
  private var notebook: NotebookConversation
  private var lesson: (any Excursion)? { didSet { isLesson = lesson != nil } }
  /// Whether there is one: it is asked for with every line, and a lesson would be copied for that.
  private(set) var isLesson = false
  private let options: GlobalOptions

  init(_ notebook: NotebookConversation, _ options: GlobalOptions) {
    self.notebook = notebook
    self.options = options
  }

  var session: NotebookSession {
    isLesson ? lesson?.session ?? notebook.session : notebook.session
  }
  var kept: NotebookSession { notebook.session }
  var wishes: TerminalWishes {
    isLesson ? lesson?.session.wishes ?? notebook.wishes : notebook.wishes
  }
  var gathering: SourceGathering {
    isLesson ? lesson?.session.gathering ?? notebook.gathering : notebook.gathering
  }
  var nextNumber: Int {
    isLesson ? lesson?.nextNumber ?? notebook.nextNumber : notebook.nextNumber
  }
  var takesAnswers: Bool { isLesson && lesson?.takesAnswers == true }

  var next: Reply.Next { lesson?.next ?? .prompt }

  func standing(_ page: Page) -> [String] { lesson?.standing(page) ?? [] }

  func opening(_ page: Page) -> Reply { notebook.opening(page) }

  func note(in journal: Journal, isFollowed: Bool, isHeld: Bool) {
    journal.note(notebook.session, isFollowed: isFollowed, isHeld: isHeld)
  }

  mutating func submit(_ source: String, page: Page, control: RunControl) -> Reply {
    guard !isLesson else { return submitToLesson(source, page, control) }
    return begun(notebook.submit(source, page: page, control: control), page)
  }

  mutating func submit(_ script: Script, page: Page, control: RunControl) -> Reply {
    guard !isLesson else { return submitToLesson(script.source, page, control) }
    return begun(notebook.submit(script, page: page, control: control), page)
  }

  mutating func abandon() {
    lesson?.abandon()
    if lesson == nil { notebook.abandon() }
  }

  mutating func keep(_ wishes: TerminalWishes) {
    notebook.keep(wishes)
    lesson?.keep(wishes)
  }

  mutating func stepOut() -> Reply? {
    guard let left = lesson else { return nil }
    lesson = nil
    notebook.keep(left.session.wishes)
    let count = notebook.session.cells.count
    let cells = count == 1 ? "1 cell" : "\(count) cells"
    return Reply(text: "\(left.farewell)\nBack in your own notebook of \(cells).".cleaned(.text))
  }

  private mutating func submitToLesson(
    _ source: String, _ page: Page, _ control: RunControl
  ) -> Reply {
    let reply = lesson?.submit(source, page: page, control: control) ?? Reply()
    guard reply.next == .leave, var back = stepOut() else { return reply }
    // What ends the program elsewhere ends the lesson here.
    let said = [reply.complaint, back.text].compactMap { $0 }.joined(separator: "\n")
    back.text = reply.text + said
    back.wasInterrupted = reply.wasInterrupted
    return back
  }

  /// Begins the lesson that a reply asks for.
  private mutating func begun(_ reply: Reply, _ page: Page) -> Reply {
    guard let wanted = reply.lesson, page.format == .text else { return reply }
    let lesson = LessonStart.conversation(
      wanted, seed: reply.lessonSeed, in: notebook.session, options)
    self.lesson = lesson
    var opening = lesson.opening(page)
    guard opening.next == .leave, let back = stepOut() else { return opening }
    opening.text += back.text
    opening.next = .prompt
    return opening
  }
}
