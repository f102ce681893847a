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
    for number in 1...folds.count {
      var inner = try narrowed(to: .leftOut(number))
      (inner.known, inner.store) = ([], nil)
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
        let value = try narrowed(to: .judgedBy(number)).worth(
          part.hand.options[best.number - 1], &course, execution)
      else { return [] }
      values.append(value)
    }
    return values
  }

  /// What a setting comes to on the fold that judges it.
  private func worth(
    _ options: [Option], _ course: inout SearchCourse, _ execution: Execution
  ) throws(Diagnostic) -> Double? {
    let network = line.trial(options.map { $0.placed(at: arguments.command.range) })
    if let engine {
      return try worth(Candidate(options: options, network: network), engine, &course, execution)
    }
    let trainings = RepeatedTrainings(
      examples: line.data.examples,
      fits: [(1...line.study.repeats).flatMap { fits(of: network, start: $0) }])
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
  /// The same where another machine trains it.
  private func worth(
    _ trial: Candidate, _ engine: TrialEngine, _ course: inout SearchCourse,
    _ execution: Execution
  ) throws(Diagnostic) -> Double? {
    var value: Double?
    let isWhole = try engine.train([request(trial)]) { (_, answer) throws(Diagnostic) in
      guard case .success(let scores) = outcome(of: answer, trial, execution) else { return }
      value = Spread(scores.judged).mean
    }
    course.isInterrupted = !isWhole || execution.control.isInterrupted()
    course.done.fits += line.study.repeats
    return course.isInterrupted ? nil : value
  }

  /// The same search within a part of a nested one.
  func narrowed(to part: NestedPart) throws(Diagnostic) -> SearchRun {
    var run = self
    run.part = part
    switch part {
    case .leftOut(let number):
      run.folds = try StudyReader.folds(
        folds.count, of: line.data, rows: folds[number - 1].training,
        stratified: line.data.isClassification, seed: line.seed,
        at: arguments.range(of: SearchOptions.folds))
    case .judgedBy(let number): run.folds = [folds[number - 1]]
    }
    return run
  }
}

/// What a trial of a search with `nested=yes` is trained and judged on, the folds counted from 1.
enum NestedPart: Equatable {
  /// The others of a fold, which are cut into folds again; and all but a fold, which judges.
  case leftOut(Int)
  case judgedBy(Int)

  /// What another machine is told, as it is told settings.
  var setting: (name: String, value: String) {
    switch self {
    case .leftOut(let number): ("left_out", "\(number)")
    case .judgedBy(let number): ("judged_by", "\(number)")
    }
  }

  /// Reads what ``setting`` gave; nil for anything else, and for a fold that is not there.
  init?(_ setting: (name: String, value: String), folds: Int) {
    guard let number = Int(setting.value), number > 0, number <= folds else { return nil }
    switch setting.name {
    case "left_out": self = .leftOut(number)
    case "judged_by": self = .judgedBy(number)
    default: return nil
    }
  }
}
