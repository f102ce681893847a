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

  /// What stands under the prose while it is the step that comes next.
  /// - Parameter session: The student's session.
  func standing(in session: some StepSession) -> [String]

  /// What it makes of a line that is typed while it comes next, which it may remember.
  /// - Parameters:
  ///   - typed: The line; empty for the return key alone.
  ///   - session: The student's session.
  mutating func answer(to typed: String, in session: some StepSession) -> StepAnswer

  /// Goes through it as a replay does, up to its end, and tells of what it does not keep.
  func replay(in run: inout some StepReplay)
}

/// What a step makes of a line that the student types. What comes with it is shown.
package enum StepAnswer: Sendable, Equatable {
  /// Nothing: it is a command of the student's own.
  case command
  /// The lesson stays at the step.
  case stay(StepText)
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
}

/// What came of a check.
package enum CheckResult: Sendable, Equatable {
  /// It works, and its condition holds.
  case holds
  /// It works, and its condition does not hold: what was found instead, "0.14 is not < 0.1 · off by
  /// 0.04"; nil where nothing was compared.
  case fails(String?)
  /// It can't be evaluated; why, as a sentence without a capital or a full stop.
  case refused(String)
}

/// The session that a step stands in, as far as a step knows of it.
package protocol StepSession {
  /// What comes of a check now. It leaves no trace.
  func result(ofCheck command: String) -> CheckResult
}

extension StepSession {
  /// Whether a command works now and no check of it fails. It leaves no trace.
  package func holds(_ command: String) -> Bool { result(ofCheck: command) == .holds }
}

/// A replay that has come to a step.
package protocol StepReplay: StepSession {
  /// Runs an input of the step; false if it fails.
  mutating func run(_ cell: NotebookCell) -> Bool
  /// Tells of what does not do what it promises.
  /// - Parameters:
  ///   - line: The line of the file, counted from 1.
  ///   - problem: What was found, as a sentence without a capital or a full stop.
  mutating func reportFault(onLine line: Int, _ problem: String)
}
