internal import Notebooks
internal import Session

/// A lesson as the prompt talks to it: prose is read, the next cell stands at the prompt, and the
/// return key runs it. Anything else that is typed runs on a branch of its own.
struct SessionLesson: Conversation {
  private var walk: LessonWalk
  private let beginning: [Prose]

  init(_ walk: LessonWalk) {
    var walk = walk
    beginning = Self.prose(upToNextCellOf: &walk)
    self.walk = walk
  }

  var nextNumber: Int { walk.session.nextNumber }
  var takesBlankLines: Bool { true }

  func opening(_ page: Page) -> Reply {
    let lines =
      [
        "The return key runs the lesson's next cell; type anything else to try it. quit leaves.",
        "",
      ]
      + paragraphs(beginning, page) + checks
    return Reply(text: lines.joined(separator: "\n"), next: next)
  }

  mutating func submit(_ source: String, page: Page, control: RunControl) -> Reply {
    let typed = source.split(whereSeparator: \.isNewline).joined(separator: "\n")
    guard typed.isEmpty || typed == "next" || typed == lessonSource else {
      let outcome = walk.submit(source, control: control.forSession)
      var reply = Reply(to: outcome, source: source, in: walk.session, page)
      if reply.next == .prompt { reply.next = next }
      if !checks.isEmpty { reply.text = ([reply.text] + checks).joined(separator: "\n") }
      return reply
    }
    guard let (step, outcome) = walk.advance(control: control.forSession) else {
      return Reply(text: "This is the end of the lesson. quit leaves.")
    }
    var lines: [String] = []
    switch step {
    case .prose: break
    case .cell(let cell):
      if typed != cell || cell.contains("\n") { lines += Session.Transcript.input(cell) }
      lines += page.transcript.output(of: outcome, source: cell, in: walk.session)
    case .exercise(let exercise):
      lines += ["A solution:"] + exercise.solution.flatMap { Session.Transcript.input($0.source) }
    }
    if case .interrupted = outcome {
      return Reply(text: lines.joined(separator: "\n"), wasInterrupted: true, next: next)
    }
    lines += [""] + paragraphs(Self.prose(upToNextCellOf: &walk), page) + checks
    if walk.nextStep == nil { lines.append("This is the end of the lesson. quit leaves.") }
    return Reply(text: lines.joined(separator: "\n"), next: next)
  }

  mutating func abandon() {}

  func completions(for line: String, cursor: Int) -> [String] {
    walk.session.completions(for: line, cursor: cursor)
  }

  func isIncomplete(_ source: String) -> Bool { walk.session.isIncomplete(source) }

  /// The checks of an exercise that comes next, those that hold ticked off.
  private var checks: [String] {
    walk.checks.map { "[\($0.holds ? "x" : " ")] check \($0.text)" }
  }

  /// The source of the cell that comes next; `nil` at the end.
  private var lessonSource: String? {
    if case .cell(let source) = walk.nextStep { source } else { nil }
  }

  /// The next cell at the prompt; a loop has several lines and is run by the bare return key.
  private var next: Reply.Next {
    guard let lessonSource, !lessonSource.contains("\n") else { return .prompt }
    return .editing(lessonSource)
  }

  private func paragraphs(_ prose: [Prose], _ page: Page) -> [String] {
    let renderer = ProseRenderer(width: page.width, isStyled: page.color)
    return prose.flatMap { renderer.lines($0) + [""] }
  }

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
