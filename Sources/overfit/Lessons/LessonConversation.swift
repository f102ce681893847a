internal import Charts
internal import Notebooks
internal import Session
internal import TerminalText
internal import Workbench

/// A lesson as the prompt talks to it: prose is read, the next cell stands at the prompt, and the
/// return key runs it. Anything else that is typed runs on a branch of its own.
struct LessonConversation: Excursion {
  static let greeting =
    "The return key runs the next cell; type anything else to try it. help, quit."

  var walk: LessonWalk
  private let cellTime: CellTime
  let page: LessonPage
  /// Keeps the place; nil where nobody sits at a terminal.
  let keeper: LessonKeeper?
  /// The prose before the first cell, which is shown when the walk begins.
  private let beginning: [Prose]
  /// Where the student was when the lesson was left, as long as they have not said whether to go on
  /// there.
  var offered: LessonProgress?
  /// The cell that the student has opened with `edit N`.
  private var editedCell: Int?
  /// What is to be said of the place that was kept; nil for nothing.
  private let notice: String?

  /// - Parameters:
  ///   - keeper: Keeps the place; nil where it is not to be kept.
  ///   - earlier: How far the student came in this very lesson before, where nothing is kept.
  init(
    _ walk: LessonWalk, _ cellTime: CellTime, keeper: LessonKeeper?,
    earlier: LessonProgress? = nil, isAttended: Bool
  ) {
    self.cellTime = cellTime
    self.keeper = keeper
    page = LessonPage(showsPlace: isAttended)
    var walk = walk
    beginning = walk.takeProse()
    self.walk = walk
    let kept = keeper?.kept ?? earlier
    let isSame = kept.map { keeper?.isOfThisLesson($0) ?? true } ?? false
    offered = isSame ? kept : nil
    notice = kept.flatMap { isSame ? nil : LessonPage.changed(since: $0) }
  }

  var session: NotebookSession { walk.session }
  var nextNumber: Int { editedCell ?? session.nextNumber }
  /// Whether a cell stands at the prompt that the student has opened.
  var isEditing: Bool { editedCell != nil }
  var isLesson: Bool { true }
  /// Whether nothing of the lesson is left.
  var isAtEnd: Bool { offered == nil && walk.nextStep == nil }
  /// Whether it waits to be told whether to go on where the student was.
  var isOffering: Bool { offered != nil }
  /// How far the student is; nil where they have not begun, or not said where to go on.
  var progress: LessonProgress? {
    offered == nil && walk.isBegun ? walk.ownProgress : nil
  }
  /// How far the student is once the return key has gone on from an exercise that is solved.
  var handedProgress: LessonProgress? {
    var next = self
    guard offered == nil, walk.nextStep?.isExercise == true, next.walk.answer(to: "") == .solved
    else { return progress }
    next.walk.goOnFromBranch()
    return next.progress
  }
  var farewell: String {
    let place = offered.map { $0.isAtEnd ? "at the end" : $0.place } ?? walk.place
    let said = "\(walk.notebook.title) · \(place)"
    return walk.isBeside && !walk.keepsTried ? "\(said), without what you tried there" : said
  }

  func opening(_ page: Page) -> Reply {
    if let offered {
      return Reply(text: LessonPage.text(self.page.offer(offered, of: walk, page)))
    }
    let first =
      LessonPage.wrapped(Self.greeting, page) + LessonPage.counted(walk.mostTries, page)
      + (notice.map { LessonPage.wrapped($0, page) } ?? [])
      + self.page.missing(of: walk, page)
    return LessonPage.reply(
      [first] + self.page.standing(beginning, of: walk, page), next: next)
  }

  func standing(_ page: Page) -> [String] {
    if let offered { return self.page.offer(offered, of: walk, page) }
    return self.page.standing([], of: walk, page).flatMap(\.self).filter { !$0.isEmpty }
  }

  mutating func submit(_ source: String, page: Page, control: RunControl) -> Reply {
    let typed = Self.trimmed(source)
    if let offered { return answer(typed, to: offered, page, control) }
    if let number = editedCell {
      editedCell = nil
      if !LessonWord.isOfWalk(typed) { return edited(number, source, page, control) }
    }
    if let made = keeper?.madeElsewhere { walk.takeRecords(madeElsewhere: made) }
    if typed == "skip", !walk.allowsSkips, walk.nextStep?.isExercise == true {
      return Reply(text: LessonPage.text(LessonPage.noSkips(page)))
    }
    if typed.isEmpty || typed == "next", walk.canTakeAgain { return takenAgain(page, control) }
    if walk.isTriedFirst(typed), !LessonWord.isOfWalk(typed),
      let reply = worked(source, page, control)
    {
      return reply
    }
    switch LessonWord.isOfWalk(typed) ? nil : walk.answer(to: typed) {
    case .stay(let text):
      if typed == "solution" { keeper?.keep(walk) }
      return Reply(text: LessonPage.text(self.page.lines(text, page)))
    case .wrong(let text):
      keeper?.keep(walk)
      return Reply(text: LessonPage.text(self.page.lines(text, page)))
    case .solved:
      walk.goOnFromBranch()
      return arrival(after: [], page)
    case .passed(let text):
      keeper?.keepCards(passedIn: walk)
      let (said, left) = (self.page.lines(text, page), LessonPage.leftBehind(by: walk, page))
      return advance(typed, after: walk.hasSolution ? left + said : said + left, page, control)
    case nil where typed.isEmpty || typed == "next" || typed == "skip" || typed == shownSource:
      return advance(
        typed, after: LessonPage.leftBehind(by: walk, isKept: shownSource != nil, page), page,
        control)
    case .command, nil:
      return answer(toWord: typed, page, control) ?? tryOut(source, page, control)
    }
  }

  mutating func abandon() { editedCell = nil }

  mutating func keep(_ wishes: TerminalWishes) { walk.keep(wishes) }

  /// A line without the blanks around it.
  static func trimmed(_ source: String) -> String {
    let start = source.drop { $0.isWhitespace }
    return start.lastIndex { !$0.isWhitespace }.map { String(start[...$0]) } ?? ""
  }

  /// The cell that comes next, as it stands at the prompt; nil where none comes next.
  private var shownSource: String? {
    if case .cell(let source, _) = walk.nextStep { LessonPage.shown(source) } else { nil }
  }

  /// What stands at the next prompt.
  var next: Reply.Next {
    offered == nil ? shownSource.map { .offering($0) } ?? .prompt : .prompt
  }
}

// Going on.
extension LessonConversation {
  /// Takes the next step.
  private mutating func advance(
    _ typed: String, after said: [String], _ page: Page, _ control: RunControl
  ) -> Reply {
    if let missing = walk.missingData {
      return Reply(text: LessonPage.text(LessonPage.wayRound(missing, page)), next: next)
    }
    let number = nextNumber
    guard let taken = walk.advance(control: control) else { return Reply(text: LessonPage.end) }
    let outcome = taken.outcome
    if case .interrupted = outcome, control.isOutOfTime() {
      let place = ([walk.notebook.name] + [taken.step.line].compactMap { $0 }.map(String.init))
        .joined(separator: ":")
      return Reply(next: .leave, complaint: cellTime.complaint(ofCell: number, at: place))
    }
    let transcript = page.transcript(session.pictures)
    let shown = taken.runs.map { run in
      (typed == LessonPage.shown(run.source) ? [] : LessonPage.input(run.source))
        + transcript.output(of: run.outcome, source: run.source, in: session)
    }
    if case .interrupted = outcome {
      return Reply(
        text: LessonPage.text(said + shown.flatMap(\.self)), wasInterrupted: true, next: next)
    }
    return arrival(after: [said] + shown + contrast(page), page)
  }

  /// What the student had predicted, beside what came.
  private func contrast(_ page: Page) -> [[String]] {
    walk.contrast.map { [""] + self.page.lines($0, page) }
  }

  /// What is said of a step that is behind, and what stands before the next cell.
  mutating func arrival(after groups: [[String]], _ page: Page) -> Reply {
    let prose = walk.takeProse()
    keeper?.keep(walk)
    return LessonPage.reply(
      groups + self.page.standing(prose, of: walk, page), next: next)
  }

  /// Runs what the student typed, on the branch beside the lesson, or in the place of a cell whose data
  /// are not here.
  private mutating func tryOut(_ source: String, _ page: Page, _ control: RunControl) -> Reply {
    if let outcome = walk.standIn(source, control: control) {
      let reply = Reply(to: outcome, source: source, in: session, page)
      return arrival(after: [LessonPage.rows(of: reply.text)] + contrast(page), page)
    }
    let outcome = walk.submit(source, control: control)
    if case .editing(let number, _, _) = outcome, let opened = Reply(opening: outcome, page) {
      editedCell = number
      return opened
    }
    return tried(Reply(to: outcome, source: source, in: session, page), page)
  }

  /// Has the cell that the student opened made anew, and all that follow it.
  private mutating func edited(
    _ number: Int, _ source: String, _ page: Page, _ control: RunControl
  ) -> Reply {
    let outcome = walk.replace(cell: number, with: source, control: control)
    return tried(Reply(to: outcome, source: source, in: session, page, typed: number), page)
  }

  /// What is said of what the student did beside the lesson.
  private func tried(_ reply: Reply, _ page: Page) -> Reply {
    if walk.keepsTried || !walk.triedNotes.isEmpty { keeper?.keep(walk) }
    var reply = reply
    guard reply.next == .prompt else { return reply }
    reply.text =
      ((reply.text.isEmpty ? [] : [reply.text]) + self.page.reminderLines(of: walk, page))
      .joined(separator: "\n")
    reply.next = next
    return reply
  }
}

extension LessonConversation {
  /// Takes the exercise that comes next as the student has solved it before.
  private mutating func takenAgain(_ page: Page, _ control: RunControl) -> Reply {
    guard let stop = walk.takeAgain(control: control) else {
      return arrival(after: [["Taken as you solved it."]], page)
    }
    let said = LessonPage.wrapped("It stops here: \(stop.reason.cleaned(.text)).", page)
    return Reply(
      text: LessonPage.text(said + self.page.standingLines(of: walk, page)),
      wasInterrupted: stop.isInterrupted, next: next)
  }

  /// The reply to a line that works as a command; nil, and nothing was done, for another one.
  private mutating func worked(
    _ source: String, _ page: Page, _ control: RunControl
  ) -> Reply? {
    var copy = self
    let reply = copy.tryOut(source, page, control)
    guard !reply.failed else { return nil }
    self = copy
    return reply
  }
}

extension LessonWalk {
  /// The paragraphs before the next cell; the walk stands at that cell afterwards.
  fileprivate mutating func takeProse() -> [Prose] {
    var prose: [Prose] = []
    while case .prose(let paragraph) = nextStep {
      prose.append(paragraph)
      _ = advance()
    }
    return prose
  }
}
