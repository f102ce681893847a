import Datasets
import Language
import Networks
import Reports
import TensorEngine
import Tuning
import Workbench

/// Does what a line of a search says: its plan, and its trials.
struct SearchRun {
  /// From how many settings the work of a search is reckoned.
  private static let mostReckoned = 200
  /// How many networks are trained before their scores are taken and they are let go.
  private static let mostFitsAtOnce = 256
  /// How many weights these have together, unless those of one trial are more.
  private static let mostWeightsAtOnce = 16_000_000

  private let line: SearchLine
  private let folds: [CrossValidation.Fold]
  private let judgement: Fit.Judgement
  private let arguments: Arguments
  private let sampler: RandomSampler
  private let learner: TPESampler

  /// Cuts the folds, or looks for the examples that judge.
  init(
    _ line: SearchLine, _ execution: Execution, _ arguments: Arguments
  ) throws(Diagnostic) {
    self.line = line
    self.arguments = arguments
    let data = line.data
    judgement = Fit.Judgement(line.study.criterion, positive: data.positiveClass(for: line.start))
    sampler = RandomSampler(line.space, seed: line.seed)
    learner = TPESampler(line.space, seed: line.seed)
    let given = arguments.given(SearchOptions.folds)
    let place = given?.range ?? arguments.command.range
    if let count = line.study.folds {
      folds = try StudyReader.folds(
        count, of: data, stratified: data.isClassification, seed: line.seed, at: place)
    } else {
      folds = []
      guard !data.rows(of: .validation).isEmpty else {
        throw Diagnostic(
          "nothing judges the trials: there is no validation split", at: arguments.command.range,
          hints: [
            "folds=5 at the end judges by folds of the training examples",
            "or before: split train=60% validation=20% test=20%",
          ])
      }
    }
  }

  /// A trial that is to come.
  private struct Candidate {
    /// Where it stands in the space of the line; nil for one that the student typed.
    var point: SearchSpace.Point?
    /// What is different about it.
    let options: [Option]
    /// Its network.
    let network: VariedNetwork
  }

  /// What was tried so far.
  private struct Tried {
    /// What is different about each trial of the study.
    var options: Set<[Option]>
    /// The trials of the line, with what came of those that are done.
    var observations: [TPESampler.Observation] = []

    func holds(_ options: [Option]) -> Bool { self.options.contains(options.map(\.kept)) }
  }

  /// The trial with a number; nil where nothing is left to try.
  private func candidate(_ number: Int, besides tried: Tried) -> Candidate? {
    let isTried = { (point: SearchSpace.Point) in tried.holds(line.options(of: point)) }
    let point: SearchSpace.Point?
    switch line.method {
    case .manual:
      return Candidate(options: line.round, network: line.trial(line.round))
    case .grid: point = line.space.point(number - line.first)
    case .random, .local:
      point = sampler.point(ofTrial: number, besides: tried.options.count, isTried: isTried)
    case .bayes:
      point = learner.point(ofTrial: number, after: tried.observations, isTried: isTried)
    }
    return point.map { point in
      let options = line.options(of: point)
      return Candidate(point: point, options: options, network: line.trial(options))
    }
  }
}

extension SearchRun {
  /// What the line does, told before it begins.
  func plan(_ execution: Execution) -> SearchPlan {
    let isSample = line.method == .bayes || line.trials > Self.mostReckoned
    let networks =
      isSample
      ? line.space.spread(count: min(line.trials, Self.mostReckoned))
        .map { line.trial(line.options(of: $0)) }
      : (0..<line.trials).compactMap { place in
        candidate(line.first + place, besides: Tried(options: []))?.network
      }
    let built = networks.filter { $0.refusal == nil }
    let epochs = built.map(\.variant.settings.epochs)
    let share = Double(line.trials) / Double(max(1, networks.count))
    let repeats = Double(line.study.repeats)
    let work = built.reduce(Work.none) { sum, network in
      sum
        + repeats
        * RepeatedTrainings(examples: line.data.examples, fits: [fits(of: network)]).work
    }
    let perTrial = Double(epochs.reduce(0) { MemoryBudget.sum($0, $1) }) * share
    let (count, isTooMuch) = line.trials.multipliedReportingOverflow(by: line.study.fitsOfTrial)
    let all = perTrial * Double(line.study.fitsOfTrial)
    return SearchPlan(
      method: line.method.rawValue,
      sizes: line.method == .grid ? line.settings.map { $0.range.count ?? 1 } : [],
      trials: line.trials, folds: line.study.folds, repeats: line.study.repeats,
      parallel: line.method == .bayes ? line.parallel : nil,
      epochs: (epochs.min() ?? 0)...(epochs.max() ?? 0),
      work: execution.plan(
        of: share * work, fits: isTooMuch ? .max : count,
        epochs: all < 0x1p62 ? Int(all.rounded()) : .max),
      sample: isSample ? networks.count : nil)
  }

  /// The trainings of a network, from its own first weights, or from those of a repeat.
  private func fits(of network: VariedNetwork, start: Int? = nil) -> [Fit] {
    var variant = network.variant
    if let start { variant = variant.start(start) }
    let data = line.data
    var fits: [Fit]
    if folds.isEmpty {
      let rows = data.rows(of: .training)
      let learned = network.examples.map { count in
        Resampling.subset.rows(of: rows, count: count, seed: line.seed, number: 1)
      }
      fits = [
        Fit(variant: variant, training: learned ?? rows, judging: data.rows(of: .validation))
      ]
    } else {
      fits = Draws.folds(folds).fits(of: variant, examples: network.examples)
    }
    for place in fits.indices {
      fits[place].judgement = judgement
      guard variant.scaling != nil, !folds.isEmpty else { continue }
      fits[place].scaling = nil
      fits[place].variant.scaling = Comparison.OwnScaling(
        scaling(of: network, fits[place].training))
    }
    return fits
  }

  /// How a network sees the inputs scaled where `scale=` differs, fitted to what it learns from.
  private func scaling(of network: VariedNetwork, _ rows: [Int32]) -> FeatureScaling? {
    let word =
      network.variant.changes.last { $0.setting == Variation.scale.option.name }?.value
      ?? line.fixed.last { $0.name.text == Variation.scale.option.name }?.values.first?.text
    guard let kind = word.flatMap({ Scaler.Kind(rawValue: $0) }) else { return nil }
    return (try? Scaler(kind, fittedTo: line.data.dataset, rows: rows))?.scaling
  }
}

extension SearchRun {
  /// Trains and judges all trials, and gives the study with them.
  ///
  /// - Returns: nil where it was interrupted.
  /// - Throws: A `Diagnostic` where it is more work than may be done, and where none of the trials
  ///   can be trained.
  func study(_ execution: Execution) throws(Diagnostic) -> StudyInHand? {
    let plan = plan(execution)
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
    let new = hand.study.trials.dropFirst(line.study.trials.count)
    if let refusal, new.allSatisfy({ $0.reason != nil }), line.method != .manual { throw refusal }
    return hand
  }

  /// Why a trial came to nothing.
  private struct TrialFailure: Error {
    let reason: String
    /// What a line is refused by that has no other trials; nil for a training that diverged.
    let refusal: Diagnostic?
  }

  /// What a trial came to, where less is better.
  private func score(of scores: SearchTrial.Scores) -> Double {
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
    let most = line.method == .bayes ? line.parallel : Int.max
    while number <= last, round.count < most,
      round.count * line.study.fitsOfTrial < Self.mostFitsAtOnce,
      weights < Self.mostWeightsAtOnce, let candidate = candidate(number, besides: tried)
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
    let built = round.map(\.network).filter { $0.refusal == nil }
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
    return round.map { candidate in
      if let refusal = candidate.network.refusal {
        return .failure(TrialFailure(reason: refusal.message, refusal: refusal))
      }
      return outcomes.popFirst().map { scores(of: $0) }
        ?? .failure(TrialFailure(reason: Wording.interruption, refusal: nil))
    }
  }

  private func scores(
    of outcome: RepeatedTrainings.Outcome
  ) -> Result<SearchTrial.Scores, TrialFailure> {
    switch outcome {
    case .success(let fits):
      let (judged, learned) = (fits.compactMap(\.judged), fits.map { $0.learned ?? .nan })
      guard judged.count == fits.count else {
        let title = line.study.criterion.title
        return .failure(
          TrialFailure(reason: "\(title) is not defined on what judges it", refusal: nil))
      }
      return .success(SearchTrial.Scores(judged: judged, learned: learned))
    case .failure(let error):
      let wording = Wording.diagnostic(
        for: error, in: arguments.command, at: arguments.command.range)
      if case .engine(.diverged) = error {
        return .failure(TrialFailure(reason: wording.message, refusal: nil))
      }
      return .failure(TrialFailure(reason: wording.message, refusal: wording))
    }
  }

  private func add(
    _ trial: Candidate, _ outcome: Result<SearchTrial.Scores, TrialFailure>,
    to hand: inout StudyInHand
  ) {
    let state: SearchTrial.State =
      switch outcome {
      case .success(let scores): .complete(scores)
      case .failure(let failure): .failed(reason: failure.reason)
      }
    if trial.network.refusal == nil {
      hand.note(trial.network.variant.settings.written, of: trial.network.variant.changes)
    }
    hand.options.append(trial.options.map(\.kept))
    hand.study.append(
      SearchTrial(
        number: hand.study.trials.count + 1, changes: trial.network.variant.changes, state: state))
  }
}
