import Commands
import Language
import Networks
import Reports
import TensorEngine
import Tuning
import Workbench

extension SearchRun {
  /// Trains and judges all trials, and gives the study with them.
  ///
  /// - Returns: nil where it was interrupted.
  /// - Throws: A `Diagnostic` where it is more work than may be done, and where none of the trials
  ///   can be trained.
  func study(_ execution: Execution) throws(Diagnostic) -> StudyInHand? {
    let plan = try plan(execution)
    try execution.require(plan.work, arguments)
    execution.control.report(.effort(seconds: plan.work.nominalSeconds))
    var hand =
      line.earlier
      ?? StudyInHand(
        line.study, plan: plan, of: line.start, on: line.data, seed: line.seed,
        fixed: line.fixed.map(\.kept), settings: [])
    hand.plan = plan
    if line.method != .manual { hand.settings = line.settings }
    var tried = Tried(options: Set(hand.options))
    var done = (fits: 0, epochs: 0)
    var refusal: Diagnostic?
    if let brackets = line.brackets?.brackets {
      for rungs in brackets {
        guard try race(rungs, plan, &tried, &done, &refusal, &hand, execution) else { return nil }
      }
      return try ended(hand, refusal)
    }
    while hand.study.trials.count - line.study.trials.count < line.trials {
      let round = round(after: hand, tried)
      if round.isEmpty { break }
      guard let outcomes = try outcomes(of: round, plan, &done, execution) else { return nil }
      for (trial, outcome) in zip(round, outcomes) {
        if case .failure(let failure) = outcome { refusal = refusal ?? failure.refusal }
        add(trial, outcome, to: &hand)
        tried.options.insert(trial.options.map(\.kept))
        guard let point = trial.point else { continue }
        tried.observations.append(
          TPESampler.Observation(point, score: (try? outcome.get()).map { score(of: $0) }))
      }
    }
    return try ended(hand, refusal)
  }

  /// The study, unless none of its new trials could be trained.
  private func ended(
    _ hand: StudyInHand, _ refusal: Diagnostic?
  ) throws(Diagnostic) -> StudyInHand {
    let new = hand.study.trials.dropFirst(line.study.trials.count)
    if let refusal, new.allSatisfy({ $0.reason != nil }), line.method != .manual { throw refusal }
    return hand
  }

  /// Why a trial came to nothing.
  struct TrialFailure: Error {
    let reason: String
    /// What a line is refused by that has no other trials; nil for a training that diverged.
    let refusal: Diagnostic?
  }

  /// What a trial came to, where less is better.
  func score(of scores: SearchTrial.Scores) -> Double {
    let mean = Spread(scores.judged).mean
    return line.study.criterion.isLessBetter ? mean : -mean
  }

  /// The next trials, as many as are trained before their scores are taken.
  private func round(after hand: StudyInHand, _ tried: Tried) -> [Candidate] {
    var tried = tried
    var round: [Candidate] = []
    var weights = 0
    var number = hand.study.trials.count + 1
    let last = line.study.trials.count + line.trials
    let isLearning = line.method == .bayes
    while number <= last, !isLearning || round.count < line.parallel,
      isLearning || round.count * line.study.fitsOfTrial < Self.mostFitsAtOnce,
      isLearning || weights < Self.mostWeightsAtOnce,
      let candidate = candidate(number, besides: tried)
    {
      round.append(candidate)
      tried.options.insert(candidate.options.map(\.kept))
      if let point = candidate.point {
        tried.observations.append(
          TPESampler.Observation(point, score: nil, isPending: true))
      }
      weights += candidate.network.variant.network.parameterCount * line.study.fitsOfTrial
      number += 1
    }
    return round
  }

  /// What comes of some trials; nil where they were interrupted.
  private func outcomes(
    of round: [Candidate], _ plan: SearchPlan, _ done: inout (fits: Int, epochs: Int),
    _ execution: Execution
  ) throws(Diagnostic) -> [Result<SearchTrial.Scores, TrialFailure>]? {
    let refusals = round.map { refusal(of: $0.network, execution) }
    let built = zip(round, refusals).filter { $0.1 == nil }.map(\.0.network)
    try execution.requireMemory(
      for: built.map(\.variant.network), times: line.study.fitsOfTrial, arguments)
    let trainings = RepeatedTrainings(
      examples: line.data.examples,
      fits: built.map { network in
        (1...line.study.repeats).flatMap { fits(of: network, start: $0) }
      })
    var outcomes = trainings.run(
      execution.trainings(of: plan.work, after: done.fits, epochs: done.epochs))[...]
    if execution.control.isInterrupted() { return nil }
    done.fits += round.count * line.study.fitsOfTrial
    done.epochs = MemoryBudget.sum(done.epochs, trainings.epochs)
    return refusals.map { refusal in
      if let refusal {
        return .failure(TrialFailure(reason: refusal.message, refusal: refusal))
      }
      return outcomes.popFirst().map { scores(of: $0) }
        ?? .failure(TrialFailure(reason: Wording.interruption, refusal: nil))
    }
  }

  /// Why a network can't be trained: it can't be built, or has no room by itself.
  private func refusal(of network: VariedNetwork, _ execution: Execution) -> Diagnostic? {
    if let refusal = network.refusal { return refusal }
    do throws(Diagnostic) {
      try execution.requireMemory(
        for: [network.variant.network], times: line.study.fitsOfTrial, arguments)
      return nil
    } catch { return error }
  }

  func scores(
    of outcome: RepeatedTrainings.Outcome
  ) -> Result<SearchTrial.Scores, TrialFailure> {
    switch outcome {
    case .success(let fits): scores(of: fits)
    case .failure(let error): .failure(failure(by: error))
    }
  }

  func scores(of fits: [Fit.Score]) -> Result<SearchTrial.Scores, TrialFailure> {
    let (judged, learned) = (fits.compactMap(\.judged), fits.map { $0.learned ?? .nan })
    guard judged.count == fits.count else {
      let title = line.study.criterion.title
      return .failure(
        TrialFailure(reason: "\(title) is not defined on what judges it", refusal: nil))
    }
    return .success(SearchTrial.Scores(judged: judged, learned: learned))
  }

  func failure(by error: NetworkError) -> TrialFailure {
    let wording = Wording.diagnostic(
      for: error, in: arguments.command, at: arguments.command.range)
    if case .engine(.diverged) = error {
      return TrialFailure(reason: wording.message, refusal: nil)
    }
    return TrialFailure(reason: wording.message, refusal: wording)
  }

  private func add(
    _ trial: Candidate, _ outcome: Result<SearchTrial.Scores, TrialFailure>,
    to hand: inout StudyInHand
  ) {
    switch outcome {
    case .success(let scores): add(trial, .complete(scores), to: &hand)
    case .failure(let failure): add(trial, .failed(reason: failure.reason), to: &hand)
    }
  }

  func add(_ trial: Candidate, _ state: SearchTrial.State, to hand: inout StudyInHand) {
    if trial.network.refusal == nil {
      hand.note(trial.network.variant.settings.written, of: trial.network.variant.changes)
    }
    hand.options.append(trial.options.map(\.kept))
    hand.study.append(
      SearchTrial(
        number: hand.study.trials.count + 1, changes: trial.network.variant.changes, state: state))
  }
}
