/// A fenced block that a lesson treats in a way of its own, such as an exercise. Its kind is one
/// file, which reads it and says what a walk and a replay make of it, and a line of
/// `LessonStepTable`.
package protocol LessonStep: Sendable {
  /// The name that progress is kept under; no other step of the notebook has it.
  var name: String { get }
  /// The lines of the file from the opening fence to the closing one, counted from 1.
  var lines: ClosedRange<Int> { get }
  /// The inputs that lead past it where the student does not; empty where nothing is to be done.
  var solution: [NotebookCell] { get }
  /// Markdown that a walk shows in its place, for a step at which nothing is asked; nil for others.
  var prose: String? { get }
  /// Whether it is looked at again behind the next block of cells.
  var awaitsCells: Bool { get }
  /// Whether something is to be done here that can be done rightly or wrongly.
  var isJudged: Bool { get }
  /// What the student has said to it and that is still to come back to; nil for nothing. It is kept with
  /// the place in the lesson, and put in again.
  var kept: String? { get set }
  /// All texts of it that a student may read, in Markdown.
  var texts: [PlacedText] { get }

  /// The step on a page; nil for one that is prose there.
  var onPaper: StepOnPaper? { get }
  /// What it tells once it is answered, in Markdown; nil for nothing that only a session knows.
  func answer(in session: some StepSession) -> String?

  /// What stands under the prose while it is the step that comes next.
  /// - Parameter session: The student's session.
  func standing(in session: some StepSession) -> StepText

  /// What stands under the output of a command that was typed while it comes next.
  /// - Parameter session: The student's session.
  func reminder(in session: some StepSession) -> StepText

  /// What it makes of a line that is typed while it comes next, which it may remember.
  /// - Parameters:
  ///   - typed: The line; empty for the return key alone.
  ///   - session: The student's session.
  mutating func answer(to typed: String, in session: some StepSession) -> StepAnswer

  /// What is said behind the next block of cells, of what came there; nil for nothing.
  /// - Parameters:
  ///   - before: The session as it was at the step.
  ///   - now: The session behind those cells.
  func contrast(from before: some StepSession, to now: some StepSession) -> StepText?

  /// Goes through it as a replay does, up to its end, and tells of what it does not keep.
  func replay(in run: inout some StepReplay)

  /// Tells of what it does not keep behind the next block of cells.
  /// - Parameters:
  ///   - before: The session as it was at the step.
  ///   - run: The replay, behind those cells.
  func settle(from before: some StepSession, in run: inout some StepReplay)

  /// Tells of what a strict teacher would find fault with, before it is gone through. What runs here
  /// runs on a copy.
  func prove(in run: inout some StepReplay)
}

extension LessonStep {
  /// Nothing, where nothing runs.
  package var solution: [NotebookCell] { [] }
  /// Nothing: most steps ask.
  package var prose: String? { nil }
  /// Prose, if it is any.
  package var onPaper: StepOnPaper? { nil }
  /// Nothing: most steps are done with when they are passed.
  package func answer(in session: some StepSession) -> String? { nil }
  /// No: most steps are done with when they are passed.
  package var awaitsCells: Bool { false }

  /// No: nothing is right or wrong at it.
  package var isJudged: Bool { false }
  /// Nothing: most steps are done with when they are passed.
  package var kept: String? {
    get { nil }
    set {}
  }

  /// What stood there before.
  package func reminder(in session: some StepSession) -> StepText { standing(in: session) }

  /// Nothing, where no cells are waited for.
  package func contrast(from before: some StepSession, to now: some StepSession) -> StepText? {
    nil
  }

  /// Nothing, where no cells are waited for.
  package func settle(from before: some StepSession, in run: inout some StepReplay) {}

  /// Nothing more than a replay asks.
  package func prove(in run: inout some StepReplay) {}
}

/// What a step makes of a line that the student types. What comes with it is shown.
package enum StepAnswer: Sendable, Equatable {
  /// Nothing: it is a command of the student's own.
  case command
  /// The lesson stays at the step; nothing was answered.
  case stay(StepText)
  /// The lesson stays at the step, for this is not the answer.
  case wrong(StepText)
  /// The lesson goes on from what the student has made.
  case solved
  /// The lesson goes on from its own state by the step's solution, which is shown.
  case passed(StepText)
}

/// What a step says.
package enum StepText: Sendable, Equatable {
  /// Markdown of the lesson's, to be set as its prose is.
  case prose(String)
  /// Lines as they are.
  case lines([String])
  /// Several, one under the other.
  case several([StepText])

  /// Texts without those that are nil.
  static func all(_ texts: StepText?...) -> StepText { .several(texts.compactMap { $0 }) }
}
