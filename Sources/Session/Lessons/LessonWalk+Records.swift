import Notebooks
package import Workbench

// What was made of steps, which no way back and forth takes away.
extension LessonWalk {
  /// No more lines are kept of a step.
  private static let mostGiven = 500

  /// Whether anything was ever answered, tried or shown.
  var hasRecords: Bool {
    !given.isEmpty || !shown.isEmpty || !answers.isEmpty || !own.isEmpty
  }

  /// How many answers to the step that comes next were wrong.
  var tries: Int { given[index]?.count ?? 0 }

  /// What the student has made of the step that comes next before.
  var past: StepPast {
    var past = StepPast()
    past.wrong = given[index] ?? []
    past.most = mostTries
    past.answer = answers[index].flatMap { $0.isAnswer ? $0.line : nil }
    past.isSolved = own[index] != nil
    past.isShown = shown.contains(index)
    return past
  }

  /// Remembers how a step that asks was answered.
  mutating func note(_ answer: StepAnswer, to typed: String) {
    let isDone = answers[index]?.isAnswer ?? false || own[index] != nil
    switch answer {
    case .command: break
    case .stay: if typed == "solution", !isDone { shown.insert(index) }
    case .wrong: if !isDone, !past.wrong.contains(typed) { keep(typed) }
    case .solved: answers[index] = StepRecord(line: typed)
    case .passed:
      guard !isDone else { return }
      var record = StepRecord(tries: tries + 1, line: typed)
      if !record.isAnswer { shown.insert(index) }
      if branch != nil { record.tried = OwnCells(from: lesson, to: session) }
      answers[index] = record
    }
  }

  /// Remembers what came of a line that has changed something at an exercise.
  mutating func noteAttempt(_ source: String) {
    guard case .own(let step) = nextStep, let exercise = step as? Exercise else { return }
    keep("\(source) · \(exercise.outcome(in: walked))")
  }

  private mutating func keep(_ line: String) {
    guard given[index, default: []].count < Self.mostGiven else { return }
    given[index, default: []].append(line.split(whereSeparator: \.isNewline).joined(separator: " "))
  }

  /// Has what was made of the steps in an earlier walk at hand.
  mutating func takeRecords(of progress: LessonProgress) {
    (own, answers, given) = (progress.own, progress.answers, progress.given)
    (shown, reached) = (progress.shown, max(reached, progress.reached))
  }

  /// Has what was meanwhile made of the steps at another terminal at hand: what was shown there is no
  /// answer of the student's here.
  package mutating func takeRecords(madeElsewhere other: LessonProgress) {
    let both = progress(digest: other.digest).withTries(of: other)
    (answers, given, shown) = (both.answers, both.given, both.shown)
  }

  /// Whether the exercise that comes next is solved by what stands on the branch.
  var isSolvedNow: Bool {
    guard branch != nil, case .own(let step) = nextStep, let exercise = step as? Exercise else {
      return false
    }
    return exercise.isSolved(in: walked)
  }

  /// Remembers what solves the exercise that comes next, notes and all, wherever the student goes from
  /// there; false where nothing does.
  mutating func keepsSolved() -> Bool {
    guard isSolvedNow else { return false }
    if let earlier = own[index] { putAside(notesOf: earlier, atStep: index) }
    own[index] = OwnCells(from: lesson, to: session)
    return true
  }

  /// Remembers what solves the exercise as soon as it does: nothing that is tried behind it takes that
  /// away. Notes stay on the branch, where they can go on being written.
  mutating func keepSolution() {
    guard isSolvedNow else { return }
    if let earlier = own[index] { putAside(notesOf: earlier, atStep: index) }
    own[index] = OwnCells(from: lesson, to: session).without(isNote)
  }

  /// Whether the return key takes the exercise that comes next as the student has solved it before:
  /// wherever what stands there now doesn't solve it.
  package var canTakeAgain: Bool {
    nextStep?.isExercise == true && past.isSolved && !isSolvedNow
  }

  /// Takes it so, where its checks hold then. What was seen of the test split since then was no help.
  ///
  /// - Returns: Why it was not taken; nil where it was.
  package mutating func takeAgain(control: RunControl = RunControl()) -> RecoveryStop? {
    guard case .own(let step) = nextStep, let made = own[index] else { return nil }
    var copy = self
    copy.takeUp(triedNotes)
    copy.leaveBranch()
    if let stop = copy.tryAgain(made, control: control) {
      if !stop.isInterrupted { own[index] = nil }
      return stop
    }
    var judged = step
    let session = WalkedSession(session: copy.session, attempts: [])
    guard judged.answer(to: "", in: session) == .solved else {
      own[index] = nil
      return RecoveryStop(reason: "its checks don't hold any more after what you did then")
    }
    let start = lesson
    self = copy
    // The notes that were written before and behind it belong to it.
    own[index] = OwnCells(from: start, to: copy.session)
    lesson = start
    pass(to: copy.session)
    return nil
  }
}
