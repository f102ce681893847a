import Commands
import Language
import Networks
import Reports
import TensorEngine
import Tuning
import Workbench

extension SearchRun {
  /// Trains the settings of a bracket, rung by rung: those that do best go on from where they are.
  func race(
    _ rungs: [HyperbandBrackets.Rung], _ course: inout SearchCourse, _ execution: Execution
  ) throws(Diagnostic) {
    // All of them are made before the first is trained.
    try execution.requireMemory(
      for: [line.start.network], times: rungs[0].settings * line.study.fitsOfTrial, arguments)
    let round = settings(of: rungs, after: course)
    if try addKnown(whole: round, to: &course) { return }
    var racers = try racers(of: round, &course, execution)
    for (place, rung) in rungs.enumerated() {
      let running = racers.indices.filter { racers[$0].isRunning }
      if let engine {
        let epochs = [rung.epochs]
        guard
          try fetch(running, of: &racers, to: { _ in epochs }, by: engine, &course, execution)
        else { return }
      }
      train(running, of: &racers, to: rung.epochs, &course, execution)
      if course.isInterrupted { return }
      if place + 1 < rungs.count {
        giveUp(allBut: rungs[place + 1].settings, of: &racers)
      }
      measure(&racers, isLast: place + 1 == rungs.count, &course, execution)
      if course.isInterrupted { return }
    }
    add(racers, to: &course)
  }

  /// The settings that a bracket begins with, which are chosen before the first of them is trained: by
  /// what came of the brackets before, and, so that they don't fall together, as if those chosen
  /// before them in their own came to nothing.
  private func settings(
    of rungs: [HyperbandBrackets.Rung], after course: SearchCourse
  ) -> [Candidate] {
    var round: [Candidate] = []
    var tried = course.tried
    while round.count < rungs[0].settings,
      let trial = candidate(course.hand.study.trials.count + round.count + 1, besides: tried)
    {
      tried.insert(trial)
      round.append(trial)
    }
    return round
  }

  /// Trains some trials side by side, and gives up those that the rule of the median stops.
  func race(
    _ round: [Candidate], _ course: inout SearchCourse, _ execution: Execution
  ) throws(Diagnostic) {
    let rule = MedianRule(
      of: course.hand.study.trials, isLessBetter: line.study.criterion.isLessBetter)
    var racers = try racers(of: round, &course, execution)
    if let engine {
      let all = racers.indices.filter { racers[$0].isRunning }
      guard
        try fetch(
          all, of: &racers, to: { Array(1...$0.end) }, by: engine, &course, execution)
      else { return }
    }
    var epoch = 0
    while racers.contains(where: \.isRunning) {
      epoch += 1
      let running = racers.indices.filter { racers[$0].isRunning }
      train(running, of: &racers, to: epoch, &course, execution)
      if course.isInterrupted { return }
      for place in running where racers[place].failure == nil && epoch < racers[place].end {
        racers[place].reason = rule.reason(toStop: racers[place].curve)
      }
      measure(&racers, isLast: false, &course, execution)
      if course.isInterrupted { return }
    }
    add(racers, to: &course)
  }

  /// Trials at their start.
  private func racers(
    of round: [Candidate], _ course: inout SearchCourse, _ execution: Execution
  ) throws(Diagnostic) -> [SearchRacer] {
    let refusals = round.map { refusal(of: $0.network, execution) }
    let built = zip(round, refusals).filter { $0.1 == nil }.map(\.0.network)
    try execution.requireMemory(
      for: built.map(\.variant.network), times: line.study.fitsOfTrial,
      rows: built.compactMap(\.examples).max() ?? 0, arguments)
    let racers = zip(round, refusals).map { trial, refusal in
      var racer = SearchRacer(trial)
      if let refusal {
        racer.failure = TrialFailure(reason: refusal.message, refusal: refusal)
      } else if !trial.network.variant.settings.canBeBrokenOff {
        racer.failure = TrialFailure(
          reason: "its training can't be broken off and gone on with", refusal: nil)
      } else {
        racer.fits =
          engine == nil
          ? (1...line.study.repeats).flatMap { fits(of: trial.network, start: $0) } : []
      }
      return racer
    }
    course.done.fits += racers.count * line.study.fitsOfTrial
    return racers
  }

  /// Gives up all but the best, equal ones by their numbers.
  private func giveUp(allBut count: Int, of racers: inout [SearchRacer]) {
    let isLessBetter = line.study.criterion.isLessBetter
    func value(_ place: Int) -> Double { racers[place].curve.last?.value ?? .nan }
    let running = racers.indices.filter { racers[$0].isRunning }
    let order = running.sorted { first, second in
      let (one, other) = (value(first), value(second))
      if one == other { return first < second }
      return isLessBetter ? one < other : one > other
    }
    for (rank, place) in order.enumerated() where rank >= count {
      racers[place].reason = .rank(
        rank + 1, of: order.count, goingOn: min(count, order.count))
    }
  }

  /// Trains some of them until they have so many epochs behind them, and judges them.
  private func train(
    _ running: [Int], of racers: inout [SearchRacer], to epochs: Int,
    _ course: inout SearchCourse, _ execution: Execution
  ) {
    if engine != nil {
      for place in running { racers[place].advance(to: epochs) }
      return
    }
    let trainings = RepeatedTrainings(
      examples: line.data.examples,
      fits: running.map { place in
        racers[place].fits.map {
          $0.goingOn(from: $0.variant.network, epochs: epochs - racers[place].epochs)
        }
      })
    let outcomes = trainings.advances(
      self.trainings(trainings.count, course, execution))
    course.isInterrupted = execution.control.isInterrupted()
    if course.isInterrupted { return }
    course.done.epochs = MemoryBudget.sum(course.done.epochs, trainings.epochs)
    for (place, outcome) in zip(running, outcomes) {
      switch outcome {
      case .success(let fits):
        let values = fits.compactMap(\.judged)
        guard values.count == fits.count else {
          racers[place].failure = undefined
          continue
        }
        racers[place].curve.append(
          SearchTrial.CurvePoint(epoch: epochs, value: Spread(values).mean))
        for (index, fit) in fits.enumerated() {
          racers[place].fits[index].variant.network = fit.network
        }
      case .failure(let error): racers[place].failure = failure(by: error)
      }
    }
  }

  /// Judges those that are over by all their figures, and lets their networks go.
  private func measure(
    _ racers: inout [SearchRacer], isLast: Bool, _ course: inout SearchCourse,
    _ execution: Execution
  ) {
    let over = racers.indices.filter { place in
      let racer = racers[place]
      return racer.failure == nil && racer.scores == nil
        && (isLast || racer.reason != nil || racer.epochs >= racer.end)
    }
    let outcomes = measured(over.map { racers[$0] }, course, execution)
    course.isInterrupted = execution.control.isInterrupted()
    for (place, outcome) in zip(over, outcomes) {
      switch outcome {
      case .success(let scores):
        racers[place].scores = scores
        if racers[place].reason == nil { news.tell(scores.judged) }
      case .failure(let failure): racers[place].failure = failure
      }
    }
    for place in racers.indices where !racers[place].isRunning { racers[place].fits = [] }
  }

  /// What racers come to by all their figures, as they are; none where that was interrupted.
  private func measured(
    _ racers: [SearchRacer], _ course: SearchCourse, _ execution: Execution
  ) -> [Result<SearchTrial.Scores, TrialFailure>] {
    if engine != nil { return racers.map(\.sentScores) }
    let trainings = RepeatedTrainings(examples: line.data.examples, fits: racers.map(\.fits))
    return trainings.measured(self.trainings(trainings.count, course, execution)).map {
      scores(of: $0)
    }
  }

  private func trainings(
    _ count: Int, _ course: SearchCourse, _ execution: Execution
  ) -> IndependentTrainings {
    execution.trainings(
      of: course.plan.work, after: max(0, course.done.fits - count), epochs: course.done.epochs)
  }

  private func add(_ racers: [SearchRacer], to course: inout SearchCourse) {
    for racer in racers {
      if let failure = racer.failure { course.refusal = course.refusal ?? failure.refusal }
      add(
        racer.trial, racer.state, curve: racer.curve, because: racer.reason, to: &course)
    }
  }
}
