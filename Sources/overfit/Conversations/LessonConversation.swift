internal import Charts
internal import Notebooks
internal import Session
internal import TerminalText
internal import Workbench

/// A lesson as the prompt talks to it: prose is read, the next cell stands at the prompt, and the
/// return key runs it. Anything else that is typed runs on a branch of its own.
struct LessonConversation: Conversation {
  private static let greeting =
    "The return key runs the next cell; type anything else to try it. quit leaves."
  private static let end = "This is the end of the lesson. quit leaves."

  private var walk: LessonWalk
  private let beginning: [Prose]
  private let cellTime: CellTime

  init(_ walk: LessonWalk, _ cellTime: CellTime) {
    self.cellTime = cellTime
    var walk = walk
    beginning = Self.prose(upToNextCellOf: &walk)
    self.walk = walk
  }

  var session: NotebookSession { walk.session }
  var nextNumber: Int { session.nextNumber }
  var isLesson: Bool { true }

  func opening(_ page: Page) -> Reply {
    Reply(text: Self.text([Self.greeting] + standing(beginning, page)), next: next)
  }

  mutating func submit(_ source: String, page: Page, control: RunControl) -> Reply {
    let typed = source.allSatisfy(\.isWhitespace) ? "" : source
    switch walk.answer(to: typed) {
    case .stay(let lines):
      return Reply(text: lines.map { $0.cleaned(.text) }.joined(separator: "\n"))
    case .solved(let lines):
      walk.goOnFromBranch()
      return arrival(after: lines.map { $0.cleaned(.text) }, page)
    case .passed(let lines):
      return advance(typed, after: lines.map { $0.cleaned(.text) }, page, control)
    case nil where typed.isEmpty || typed == "next" || typed == shownSource:
      return advance(typed, after: [], page, control)
    case .command, nil:
      return tryOut(source, page, control)
    }
  }

  /// Takes the next step.
  private mutating func advance(
    _ typed: String, after said: [String], _ page: Page, _ control: RunControl
  ) -> Reply {
    let number = nextNumber
    guard let (step, outcome) = walk.advance(control: control) else {
      return Reply(text: Self.end)
    }
    if case .interrupted = outcome, control.isOutOfTime() {
      let place = ([walk.notebook.name] + [step.line].compactMap { $0 }.map(String.init))
        .joined(separator: ":")
      return Reply(next: .leave, complaint: cellTime.complaint(ofCell: number, at: place))
    }
    var lines = said
    switch step {
    case .prose: break
    case .cell(let cell, _):
      if typed != Self.shown(cell) { lines += Self.input(cell) }
      lines += page.transcript(session.pictures).output(of: outcome, source: cell, in: session)
    case .own(let step): lines += step.solution.flatMap { Self.input($0.source) }
    }
    if case .interrupted = outcome {
      return Reply(text: Self.text(lines), wasInterrupted: true, next: next)
    }
    return arrival(after: lines, page)
  }

  /// What is said of a step that is behind, and what stands before the next cell.
  private mutating func arrival(after lines: [String], _ page: Page) -> Reply {
    let prose = Self.prose(upToNextCellOf: &walk)
    return Reply(text: Self.text(lines + standing(prose, page)), next: next)
  }

  /// Runs what the student typed, on the branch beside the lesson.
  private mutating func tryOut(_ source: String, _ page: Page, _ control: RunControl) -> Reply {
    let outcome = walk.submit(source, control: control)
    var reply = Reply(to: outcome, source: source, in: session, page)
    guard reply.next == .prompt else { return reply }
    reply.text = ((reply.text.isEmpty ? [] : [reply.text]) + standingLines).joined(separator: "\n")
    reply.next = next
    return reply
  }

  mutating func abandon() {}

  /// What a step with a way of its own shows while it comes next.
  private var standingLines: [String] { walk.standing.map { $0.cleaned(.text) } }

  /// The cell that comes next, as it stands at the prompt; nil where none comes next.
  private var shownSource: String? {
    if case .cell(let source, _) = walk.nextStep { Self.shown(source) } else { nil }
  }

  private var next: Reply.Next { shownSource.map { .offering($0) } ?? .prompt }

  /// A lesson comes from strangers.
  private static func shown(_ source: String) -> String { source.cleaned(.text) }

  private static func input(_ source: String) -> [String] {
    Transcript.input(shown(source))
  }

  /// What the student sees before the next cell: prose, set off by empty lines, what a step
  /// shows, or that the lesson is over.
  private func standing(_ prose: [Prose], _ page: Page) -> [String] {
    let renderer = ProseRenderer(width: page.width, isStyled: page.colors != .none)
    let paragraphs = prose.map { renderer.lines($0) }
    let last = walk.nextStep == nil ? [Self.end] : standingLines
    let groups = paragraphs + [last].filter { !$0.isEmpty }
    let isBeforeCell = !paragraphs.isEmpty && last.isEmpty
    return groups.flatMap { [""] + $0 } + (isBeforeCell ? [""] : [])
  }

  private static func text(_ lines: [String]) -> String { lines.map { $0 + "\n" }.joined() }

  /// The paragraphs before the next cell; the walk stands at that cell afterwards.
  private static func prose(upToNextCellOf walk: inout LessonWalk) -> [Prose] {
    var prose: [Prose] = []
    while case .prose(let paragraph) = walk.nextStep {
      prose.append(paragraph)
      _ = walk.advance()
    }
    return prose
  }
}
