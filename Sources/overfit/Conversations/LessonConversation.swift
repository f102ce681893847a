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
  /// How many hints of the exercise that comes next were given.
  private var hintsGiven = 0

  init(_ walk: LessonWalk) {
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
    let isSkip = typed == "skip" && isChecked
    guard typed.isEmpty || typed == "next" || isSkip || typed == shownSource else {
      return typed == "hint" && isChecked ? hint() : tryOut(source, page, control)
    }
    // To ask the checks is to run them.
    let isSolved = isChecked && walk.checks.allSatisfy(\.holds)
    if isChecked, !isSolved, !isSkip { return hint() }
    hintsGiven = 0
    guard let (step, outcome) = walk.advance(control: control) else {
      return Reply(text: Self.end)
    }
    var lines: [String] = []
    switch step {
    case .prose: break
    case .cell(let cell):
      if typed != Self.shown(cell) { lines += Self.input(cell) }
      lines += page.transcript(session.pictures).output(of: outcome, source: cell, in: session)
    case .exercise where isSolved: break
    case .exercise(let exercise):
      lines += ["A solution:"] + exercise.solution.flatMap { Self.input($0.source) }
    }
    if case .interrupted = outcome {
      return Reply(text: Self.text(lines), wasInterrupted: true, next: next)
    }
    let prose = Self.prose(upToNextCellOf: &walk)
    lines += standing(prose, page)
    return Reply(text: Self.text(lines), next: next)
  }

  /// Runs what the student typed, on the branch beside the lesson.
  private mutating func tryOut(_ source: String, _ page: Page, _ control: RunControl) -> Reply {
    let outcome = walk.submit(source, control: control)
    var reply = Reply(to: outcome, source: source, in: session, page)
    guard reply.next == .prompt else { return reply }
    if isChecked {
      reply.text = ((reply.text.isEmpty ? [] : [reply.text]) + checks).joined(separator: "\n")
    }
    reply.next = next
    return reply
  }

  /// The next hint of an open exercise; in the end, how to go on without solving it.
  private mutating func hint() -> Reply {
    guard case .exercise(let exercise) = walk.nextStep, hintsGiven < exercise.hints.count else {
      return Reply(text: "There are no more hints; skip shows a solution and goes on.")
    }
    hintsGiven += 1
    return Reply(text: "Hint: \(exercise.hints[hintsGiven - 1].text.cleaned(.text))")
  }

  mutating func abandon() {}

  /// Whether an exercise with checks comes next.
  private var isChecked: Bool {
    if case .exercise(let exercise) = walk.nextStep { !exercise.checks.isEmpty } else { false }
  }

  /// The checks of an exercise that comes next, those that hold ticked off.
  private var checks: [String] {
    walk.checks.map { "[\($0.holds ? "x" : " ")] check \($0.text.cleaned(.text))" }
  }

  /// The cell that comes next, as it stands at the prompt; nil where none comes next.
  private var shownSource: String? {
    if case .cell(let source) = walk.nextStep { Self.shown(source) } else { nil }
  }

  private var next: Reply.Next { shownSource.map { .offering($0) } ?? .prompt }

  /// A lesson comes from strangers.
  private static func shown(_ source: String) -> String { source.cleaned(.text) }

  private static func input(_ source: String) -> [String] {
    Transcript.input(shown(source))
  }

  /// What the student sees before the next cell: prose, set off by empty lines, the checks of an
  /// exercise, or that the lesson is over.
  private func standing(_ prose: [Prose], _ page: Page) -> [String] {
    let renderer = ProseRenderer(width: page.width, isStyled: page.colors != .none)
    let paragraphs = prose.map { renderer.lines($0) }
    let last = walk.nextStep == nil ? [Self.end] : checks
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
