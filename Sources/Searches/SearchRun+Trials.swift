import Commands
import Language
import Networks
import Reports
import TensorEngine
import Tuning
import Workbench

extension SearchRun {
  /// Trains and judges some trials from their beginning to their end, and adds those that are done.
  func train(
    _ round: [Candidate], _ course: inout SearchCourse, _ execution: Execution
  ) throws(Diagnostic) {
    if let engine { return try train(round, by: engine, &course, execution) }
    let outcomes = try outcomes(of: round, &course, execution)
    for (trial, outcome) in zip(round, outcomes) {
      // What is kept is whole: the trials up to the first that was broken off.
      guard let outcome else { return }
      add(trial, outcome, to: &course)
    }
  }

  /// Adds a trial that was trained to its end.
  func add(
    _ trial: Candidate, _ outcome: Result<SearchTrial.Scores, TrialFailure>,
    to course: inout SearchCourse
  ) {
    switch outcome {
    case .success(let scores):
      add(trial, .complete(scores), to: &course)
    case .failure(let failure):
      course.refusal = course.refusal ?? failure.refusal
      add(trial, .failed(reason: failure.reason), to: &course)
    }
  }

  /// What comes of some trials; nil for those that were interrupted.
  private func outcomes(
    of round: [Candidate], _ course: inout SearchCourse, _ execution: Execution
  ) throws(Diagnostic) -> [Result<SearchTrial.Scores, TrialFailure>?] {
    let refusals = round.map { refusal(of: $0.network, execution) }
    let built = zip(round, refusals).filter { $0.1 == nil }.map(\.0.network)
    try execution.requireMemory(
      for: built.map(\.variant.network), times: line.study.fitsOfTrial,
      rows: built.compactMap(\.examples).max() ?? 0, arguments)
    let trainings = RepeatedTrainings(
      examples: line.data.examples,
      fits: built.map { network in
        (1...line.study.repeats).flatMap { fits(of: network, start: $0) }
      })
    let news = news
    var outcomes = trainings.finished(
      execution.trainings(
        of: course.plan.work, after: course.done.fits, epochs: course.done.epochs),
      told: { news.tell($0.compactMap(\.judged)) })[...]
    course.isInterrupted = execution.control.isInterrupted()
    course.done.fits += round.count * line.study.fitsOfTrial
    course.done.epochs = MemoryBudget.sum(course.done.epochs, trainings.epochs)
    return refusals.map { refusal in
      if let refusal {
        return .failure(TrialFailure(reason: refusal.message, refusal: refusal))
      }
      return outcomes.popFirst()?.map { scores(of: $0) }
    }
  }

  /// Why a network can't be trained: it can't be built, or has no room by itself.
  func refusal(of network: VariedNetwork, _ execution: Execution) -> Diagnostic? {
    if let refusal = network.refusal { return refusal }
    do throws(Diagnostic) {
      try execution.requireMemory(
        for: [network.variant.network], times: line.study.fitsOfTrial,
        rows: network.examples ?? 0, arguments)
      return nil
    } catch { return error }
  }

  /// Why a trial came to nothing.
  struct TrialFailure: Error {
    let reason: String
    /// What a line is refused by that has no other trials; nil for a training that diverged.
    let refusal: Diagnostic?
  }

  func scores(
    of outcome: RepeatedTrainings.Outcome
  ) -> Result<SearchTrial.Scores, TrialFailure> {
    switch outcome {
    case .success(let fits): scores(of: fits)
    case .failure(let error): .failure(failure(by: error))
    }
  }

  private func scores(of fits: [Fit.Score]) -> Result<SearchTrial.Scores, TrialFailure> {
    let (judged, learned) = (fits.compactMap(\.judged), fits.map { $0.learned ?? .nan })
    guard judged.count == fits.count else { return .failure(undefined) }
    return .success(SearchTrial.Scores(judged: judged, learned: learned))
  }

  /// Why a trial came to nothing whose figure is not defined.
  var undefined: TrialFailure {
    TrialFailure(
      reason: "\(line.study.criterion.title) is not defined on what judges it", refusal: nil)
  }

  func failure(by error: NetworkError) -> TrialFailure {
    let wording = Wording.diagnostic(
      for: error, in: arguments.command, at: arguments.command.range)
    if case .engine(.diverged) = error {
      return TrialFailure(reason: wording.message, refusal: nil)
    }
    return TrialFailure(reason: wording.message, refusal: wording)
  }

  /// Adds a trial that is over to the study, and to what is learned from.
  func add(
    _ trial: Candidate, _ state: SearchTrial.State, curve: [SearchTrial.CurvePoint] = [],
    because reason: StopReason? = nil, to course: inout SearchCourse
  ) {
    if trial.network.refusal == nil {
      course.hand.note(
        trial.network.variant.settings.written, of: trial.network.variant.changes)
    }
    let done = SearchTrial(
      number: course.hand.study.trials.count + 1, changes: trial.network.variant.changes,
      state: state, curve: curve, stopReason: reason)
    course.hand.options.append(trial.options.map(\.kept))
    course.hand.methods.append(line.method)
    course.hand.points.append(trial.point)
    course.hand.study.append(done)
    course.tried.insert(trial.options)
    guard let point = trial.point else { return }
    course.tried.observations.append(
      TPESampler.Observation(
        point, score: done.measured.map { score(of: $0) }, stop: done.stop))
  }

  /// What a trial came to, where less is better.
  private func score(of scores: SearchTrial.Scores) -> Double {
    let mean = Spread(scores.judged).mean
    return line.study.criterion.isLessBetter ? mean : -mean
  }
}
