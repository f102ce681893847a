import Notebooks
import TerminalText
import Workbench

/// What came of a step that a student says they are through with.
struct StepProof {
  /// Whether it is passed.
  var isPassed = false
  /// What was found.
  let text: String
  /// Whether nothing can be told of what comes behind it.
  var isLost = false
}

// A walk in a student's footsteps.
extension LessonWalk {
  /// The step that comes next, where something is to be done there.
  var judgedStep: (any LessonStep)? {
    guard case .own(let step) = nextStep, step.isJudged else { return nil }
    return step
  }

  /// The steps to come at which something is to be done.
  /// - Parameter count: How many steps, from the one that comes next, are left out.
  func judgedSteps(behind count: Int) -> [any LessonStep] {
    steps.dropFirst(progress.done + count).compactMap { step in
      if case .own(let own) = step, own.isJudged { own } else { nil }
    }
  }

  /// Why the first of the steps to come is lost already; nil where it is not, and for those behind it.
  func lostHere(_ progress: LessonProgress, _ place: Int) -> String? {
    guard place == 0, judgedStep != nil else { return nil }
    let isExercise = nextStep?.isExercise == true
    return progress.forfeit(of: self.progress.done, isExercise: isExercise, mostTries).map {
      "\(isExercise ? "not passed" : "not answered"): \($0)"
    }
  }

  /// Takes the next step as the student did, and says what of it is true. Where nothing was done it is
  /// taken as the lesson takes it.
  mutating func prove(_ progress: LessonProgress, _ control: RunControl) -> StepProof {
    let index = self.progress.done
    if let missing = missingData, progress.own[index] == nil {
      return StepProof(text: "not tried: \(missing) is not on this machine", isLost: true)
    }
    let step = judgedStep
    if let made = progress.own[index] {
      if let stop = take(made, control: control) { return Self.lost(stop, control) }
      guard var step else { return StepProof(text: "") }
      let session = WalkedSession(session: lesson, attempts: [])
      guard step.answer(to: "", in: session) == .solved else {
        return StepProof(text: "claimed, and its checks do not hold after the student's cells")
      }
      if let forfeit = progress.forfeit(of: index, isExercise: true, mostTries) {
        return StepProof(text: "not passed: \(forfeit)")
      }
      let count = made.cells.count
      return StepProof(
        isPassed: true, text: "passed with \(count) own \(count == 1 ? "cell" : "cells")")
    }
    var proof = StepProof(text: "")
    if var step {
      proof = prove(&step, by: progress.answers[index], control)
      if proof.isLost { return proof }
      if proof.isPassed,
        let forfeit = progress.forfeit(of: index, isExercise: false, mostTries)
      {
        proof = StepProof(text: "not answered: \(forfeit)")
      }
    }
    if advance(control: control)?.outcome.isInterrupted == true || control.isInterrupted() {
      return Self.lost(.interrupted, control)
    }
    return proof
  }

  /// Asks again what the student has answered.
  private func prove(
    _ step: inout any LessonStep, by given: StepRecord?, _ control: RunControl
  ) -> StepProof {
    guard let given, given.line != "skip" else { return StepProof(text: "skipped") }
    guard step.solution.isEmpty else { return StepProof(text: "claimed without cells") }
    guard !given.line.isEmpty, given.line != "next" else {
      return StepProof(text: "not answered: the answer was shown")
    }
    var walk = self
    if let tried = given.tried, let stop = walk.take(tried, control: control) {
      return Self.lost(stop, control)
    }
    let session = WalkedSession(session: walk.lesson, attempts: [])
    guard case .passed = step.answer(to: given.line, in: session) else {
      return StepProof(text: "claimed, and \"\(given.line.excerpt)\" is not the answer")
    }
    return StepProof(isPassed: true, text: "right, as they say at try \(given.tries)")
  }

  private static func lost(_ stop: RecoveryStop, _ control: RunControl) -> StepProof {
    let reason = control.isOutOfTime() ? "a cell takes too long" : stop.reason
    return StepProof(text: "does not replay: \(reason)", isLost: true)
  }
}
