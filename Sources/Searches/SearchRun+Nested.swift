import Commands
import Language
import Networks
import Tuning
import Workbench

extension SearchRun {
  /// For each fold what the whole search is worth on it: made on the other folds alone, which are cut
  /// into as many folds again, its best setting trained on all of them, and judged on that one.
  ///
  /// Source: Varma and Simon, "Bias in error estimation when using cross-validation for model
  /// selection", BMC Bioinformatics 7:91, 2006.
  ///
  /// - Returns: The values in the order of the folds; none where it was interrupted, or a search came
  ///   to nothing.
  func nested(
    _ course: inout SearchCourse, _ execution: Execution
  ) throws(Diagnostic) -> [Double] {
    var values: [Double] = []
    for fold in folds {
      var inner = self
      (inner.known, inner.store) = ([], nil)
      inner.folds = try StudyReader.folds(
        folds.count, of: line.data, rows: fold.training,
        stratified: line.data.isClassification, seed: line.seed,
        at: arguments.range(of: SearchOptions.folds))
      var part = SearchCourse(
        plan: course.plan,
        hand: StudyInHand(
          line.study, plan: course.plan, of: line.start, on: line.data, seed: line.seed,
          fixed: line.fixed.map(\.kept), settings: line.settings))
      part.done = course.done
      try inner.run(&part, execution)
      course.done = part.done
      guard !part.isInterrupted else {
        course.isInterrupted = true
        return []
      }
      guard let best = part.hand.study.best,
        let value = try worth(part.hand.options[best.number - 1], on: fold, &course, execution)
      else { return [] }
      values.append(value)
    }
    return values
  }

  /// What a setting comes to on a fold that it is trained without.
  private func worth(
    _ options: [Option], on fold: CrossValidation.Fold, _ course: inout SearchCourse,
    _ execution: Execution
  ) throws(Diagnostic) -> Double? {
    var outer = self
    outer.folds = [fold]
    let network = line.trial(options.map { $0.placed(at: arguments.command.range) })
    let trainings = RepeatedTrainings(
      examples: line.data.examples,
      fits: [(1...line.study.repeats).flatMap { outer.fits(of: network, start: $0) }])
    let outcomes = trainings.finished(
      execution.trainings(
        of: course.plan.work, after: course.done.fits, epochs: course.done.epochs))
    course.isInterrupted = execution.control.isInterrupted()
    course.done.fits += trainings.count
    guard !course.isInterrupted,
      case .success(let scores)? = outcomes.first?.map({ self.scores(of: $0) })
    else { return nil }
    return Spread(scores.judged).mean
  }
}
