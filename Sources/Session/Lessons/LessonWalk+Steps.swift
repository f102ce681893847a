package import Notebooks
import Workbench

// Steps that have a way of their own.
extension LessonWalk {
  /// The steps of a lesson, and which predictions are put beside what came behind which cell: the last
  /// one of the next block.
  static func steps(of notebook: Notebook) -> (steps: [Step], contrasts: [Int: [Int]]) {
    var steps: [Step] = []
    var contrasts: [Int: [Int]] = [:]
    var open: [Int] = []
    for block in notebook.blocks {
      switch block {
      case .prose(let prose): steps += prose.paragraphs.map { .prose($0) }
      case .cells(let block):
        steps += block.cells.map { .cell(source: $0.source, line: $0.line) }
        guard !block.cells.isEmpty, !open.isEmpty else { continue }
        contrasts[steps.count - 1] = open
        open = []
      case .step(let step):
        if let text = step.prose {
          steps += [Prose(markdown: text, line: step.lines.lowerBound)].compactMap { $0 }
            .map { .prose($0) }
          continue
        }
        if step.awaitsCells { open.append(steps.count) }
        steps.append(.own(step))
      }
    }
    return (steps, contrasts)
  }

  /// What a step knows of the student's session.
  var walked: WalkedSession {
    WalkedSession(
      session: session,
      attempts: branch == nil
        ? []
        : OwnCells(from: lesson, to: session).cells.filter { !$0.hasFailed }.map(\.source)
          .filter(session.isAttempt),
      hasJustAttempted: hasJustAttempted, allowsSkips: allowsSkips, past: past, lesson: lesson,
      looks: (lesson.state.data?.testLooks ?? 0) + lostLooks + takenLooks)
  }

  /// How often the student has looked at the test split on the branch, also where that was taken back.
  var takenLooks: Int { branch.map { $0.looksTaken - lesson.looksTaken } ?? 0 }

  /// Whether what the student tries now is kept with the place: at a step at which something is to be
  /// done, and behind the last one, where they write of what they did.
  package var keepsTried: Bool { judgedStep != nil || nextStep == nil }

  /// What the student has tried here and is kept; nil for nothing.
  var triedCells: OwnCells? {
    guard keepsTried, branch != nil else { return nil }
    let tried = OwnCells(from: lesson, to: session)
    return tried.cells.isEmpty && tried.kept == lesson.cells.count ? nil : tried
  }

  /// Whether there is anything that is kept with the place: a cell is done, something was tried, or a
  /// note was written.
  package var isBegun: Bool {
    cellNumber != 1 || triedCells != nil || hasRecords || !notes.isEmpty || !triedNotes.isEmpty
  }

  /// Whether a line is tried as a command before the step that comes next judges it as an answer.
  package func isTriedFirst(_ typed: String) -> Bool {
    guard case .own(let step) = nextStep, let question = step as? Question else { return false }
    return question.isTriedFirst(typed, in: walked)
  }

  /// What stands under the prose while a step with a way of its own comes next; nil for others.
  package var standing: StepText? {
    guard case .own(let step) = nextStep else { return nil }
    return step.standing(in: walked)
  }

  /// What stands under the output of a command that was typed at such a step; nil for others, and at an
  /// exercise behind a line that left all as it was.
  package var reminder: StepText? {
    guard case .own(let step) = nextStep, hasJustMoved || !(step is Exercise) else { return nil }
    return step.reminder(in: walked)
  }

  /// What the step that comes next makes of a line; nil where it has no way of its own.
  package mutating func answer(to typed: String) -> StepAnswer? {
    guard case .own(var step) = nextStep else { return nil }
    let answer = step.answer(to: typed, in: walked)
    steps[index] = .own(step)
    if step.isJudged { note(answer, to: typed) }
    return answer
  }

  /// Puts in again what the student once said to a step.
  mutating func keepSaid(_ words: String, atStep index: Int) {
    guard case .own(var step) = steps[index] else { return }
    step.kept = words
    steps[index] = .own(step)
    if index < progress.done { said[index] = step.kept }
  }

  /// Whether lines run where the student passes the step that comes next.
  package var hasSolution: Bool {
    if case .own(let step) = nextStep { !step.solution.isEmpty } else { false }
  }

  /// How many cells of the student's own stand beside the lesson, and stay behind when it goes on.
  package var triedCount: Int {
    guard let branch else { return 0 }
    let kept = OwnCells(from: lesson, to: branch).kept
    // What only ran again behind a change is the lesson's.
    return branch.cells.indices.dropFirst(kept).count { index in
      !isNote(branch.cells[index].source)
        && (index >= lesson.cells.count || branch.cells[index].source != lesson.cells[index].source)
    }
  }

  /// Whether what stands beside the lesson is something else than the lesson with notes.
  package var isBeside: Bool {
    guard let branch else { return false }
    return triedCount > 0 || branch.cells.count - triedNotes.count < lesson.cells.count
  }

  /// What the student had predicted beside what came, behind the step that was taken last.
  package var contrast: [StepText] {
    settledPredictions.compactMap { prediction in
      guard case .own(let step) = steps[prediction] else { return nil }
      return step.contrast(from: glance(beforeStep: prediction), to: lesson)
    }
  }

  /// The cards of the step that comes next.
  package var standingCards: [FlashCard] {
    guard case .own(let step) = nextStep, let deck = step as? CardDeck else { return [] }
    return deck.cards
  }

  /// The cards of the lesson.
  package var cards: [FlashCard] { notebook.cards }
}
