import Commands
import Language
import Networks
import Reports
import TensorEngine
import Tuning
import Workbench

extension SearchRun {
  /// A setting in a bracket.
  private struct Racer {
    let trial: Candidate
    /// Its trainings as they go on; none where it can't be built.
    var fits: [Fit] = []
    /// What it has come to.
    var scores: SearchTrial.Scores?
    /// How many epochs it has behind it.
    var epochs = 0
    /// Why it came to nothing.
    var failure: TrialFailure?
  }

  /// Trains the settings of a bracket, rung by rung: those that do best go on from where they are.
  ///
  /// - Returns: Whether it was not interrupted.
  func race(
    _ rungs: [HyperbandBrackets.Rung], _ plan: SearchPlan, _ tried: inout Tried,
    _ done: inout (fits: Int, epochs: Int), _ refusal: inout Diagnostic?,
    _ hand: inout StudyInHand, _ execution: Execution
  ) throws(Diagnostic) -> Bool {
    var racers: [Racer] = []
    while racers.count < rungs[0].settings,
      let trial = candidate(hand.study.trials.count + racers.count + 1, besides: tried)
    {
      tried.options.insert(trial.options.map(\.kept))
      var racer = Racer(trial: trial)
      if let refusal = trial.network.refusal {
        racer.failure = TrialFailure(reason: refusal.message, refusal: refusal)
      } else {
        racer.fits = (1...line.study.repeats).flatMap { fits(of: trial.network, start: $0) }
      }
      racers.append(racer)
    }
    try execution.requireMemory(
      for: racers.map(\.trial.network.variant.network), times: line.study.fitsOfTrial, arguments)
    done.fits += racers.count * line.study.fitsOfTrial
    for rung in rungs {
      let running = best(rung.settings, of: racers)
      guard train(running, of: &racers, to: rung.epochs, plan, &done, execution) else {
        return false
      }
    }
    for racer in racers {
      if let failure = racer.failure { refusal = refusal ?? failure.refusal }
      add(racer.trial, state(of: racer, end: rungs[rungs.count - 1].epochs), to: &hand)
    }
    return true
  }

  /// The places of those that go on: the best so far, equal ones by their numbers, in the order of
  /// their numbers.
  private func best(_ count: Int, of racers: [Racer]) -> [Int] {
    let able = racers.indices.filter { racers[$0].failure == nil }
    let order = able.sorted { first, second in
      let (one, other) = (score(of: racers[first]), score(of: racers[second]))
      return one == other ? first < second : one < other
    }
    return order.prefix(count).sorted()
  }

  private func score(of racer: Racer) -> Double { racer.scores.map { score(of: $0) } ?? 0 }

  /// Trains some of them until they have so many epochs behind them.
  ///
  /// - Returns: Whether it was not interrupted.
  private func train(
    _ running: [Int], of racers: inout [Racer], to epochs: Int, _ plan: SearchPlan,
    _ done: inout (fits: Int, epochs: Int), _ execution: Execution
  ) -> Bool {
    let trainings = RepeatedTrainings(
      examples: line.data.examples,
      fits: running.map { place in
        racers[place].fits.map {
          $0.goingOn(from: $0.variant.network, epochs: epochs - racers[place].epochs)
        }
      })
    let outcomes = trainings.networks(
      execution.trainings(
        of: plan.work, after: max(0, done.fits - trainings.count), epochs: done.epochs))
    if execution.control.isInterrupted() { return false }
    done.epochs = MemoryBudget.sum(done.epochs, trainings.epochs)
    for (place, outcome) in zip(running, outcomes) {
      racers[place].epochs = epochs
      switch outcome {
      case .success(let fits):
        switch scores(of: fits.map(\.score)) {
        case .success(let scores): racers[place].scores = scores
        case .failure(let failure): racers[place].failure = failure
        }
        for (index, fit) in fits.enumerated() {
          racers[place].fits[index].variant.network = fit.network
        }
      case .failure(let error): racers[place].failure = failure(by: error)
      }
    }
    // Who is given up needs no network any more.
    for place in racers.indices where !running.contains(place) { racers[place].fits = [] }
    return true
  }

  private func state(of racer: Racer, end epochs: Int) -> SearchTrial.State {
    if let failure = racer.failure { return .failed(reason: failure.reason) }
    guard let scores = racer.scores else { return .failed(reason: Wording.interruption) }
    return racer.epochs < epochs
      ? .stopped(epochs: racer.epochs, scores) : .complete(scores)
  }
}
