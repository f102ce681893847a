import Commands
import Language
import Networks
import TensorEngine
import Tuning
import Workbench

// Trials that other machines train: what is told of them, and kept of them, is what this one would have
// come to.
extension SearchRun {
  /// Has some trials trained from their beginning to their end, and adds those that are done, in their
  /// order.
  func train(
    _ round: [Candidate], by engine: TrialEngine, _ course: inout SearchCourse,
    _ execution: Execution
  ) throws(Diagnostic) {
    var outcomes = try refusals(of: round, execution).map { refusal in
      refusal.map { Result<SearchTrial.Scores, TrialFailure>.failure($0) }
    }
    let sent = round.indices.filter { outcomes[$0] == nil }
    var added = 0
    report(course, execution)
    try addFirst(of: round, outcomes, &added, &course)
    let isWhole = try engine.train(sent.map { request(round[$0]) }) {
      (place, answer) throws(Diagnostic) in
      let trial = round[sent[place]]
      let outcome = outcome(of: answer, trial, execution)
      outcomes[sent[place]] = outcome
      tell(outcome, trial.network.variant.settings.epochs, &course, execution)
      try addFirst(of: round, outcomes, &added, &course)
    }
    course.isInterrupted = !isWhole || execution.control.isInterrupted()
  }

  /// Adds the trials that come next, as far as they are done.
  private func addFirst(
    of round: [Candidate], _ outcomes: [Result<SearchTrial.Scores, TrialFailure>?],
    _ added: inout Int, _ course: inout SearchCourse
  ) throws(Diagnostic) {
    let before = added
    while added < round.count, let outcome = outcomes[added] {
      add(round[added], outcome, to: &course)
      added += 1
    }
    if added > before { try store?.note(course.hand) }
  }

  /// Why some trials are not trained at all; nil for those that are.
  private func refusals(
    of round: [Candidate], _ execution: Execution
  ) throws(Diagnostic) -> [TrialFailure?] {
    let refusals = round.map { refusal(of: $0.network, execution) }
    let built = zip(round, refusals).filter { $0.1 == nil }.map(\.0.network)
    try execution.requireMemory(
      for: built.map(\.variant.network), times: line.study.fitsOfTrial, arguments)
    return refusals.map { $0.map { TrialFailure(reason: $0.message, refusal: $0) } }
  }

  /// Has racers trained to some epochs, which are kept with them until their time has come.
  ///
  /// - Returns: Whether that was not interrupted.
  func fetch(
    _ places: [Int], of racers: inout [SearchRacer], to epochs: (SearchRacer) -> [Int],
    by engine: TrialEngine, _ course: inout SearchCourse, _ execution: Execution
  ) throws(Diagnostic) -> Bool {
    report(course, execution)
    let requests = places.map { request(racers[$0].trial, to: epochs(racers[$0])) }
    let isWhole = try engine.train(requests) { (place, answer) throws(Diagnostic) in
      let racer = places[place]
      racers[racer].stages = answer.stages
      racers[racer].coming = answer.failure.map {
        failure($0, isRefused: answer.isRefused, racers[racer].trial, execution)
      }
      course.done.epochs = MemoryBudget.sum(course.done.epochs, answer.stages.last?.epoch ?? 0)
      report(course, execution)
    }
    course.isInterrupted = !isWhole || execution.control.isInterrupted()
    return !course.isInterrupted
  }

  /// What a trial came to elsewhere.
  func outcome(
    of answer: TrialAnswer, _ trial: Candidate, _ execution: Execution
  ) -> Result<SearchTrial.Scores, TrialFailure> {
    if let reason = answer.failure {
      return .failure(failure(reason, isRefused: answer.isRefused, trial, execution))
    }
    guard let stage = answer.stages.last else { return .failure(undefined) }
    return .success(SearchTrial.Scores(judged: stage.judged, learned: stage.learned))
  }

  /// Why a trial came to nothing. What could not be trained at all fails here in the same way, with
  /// the place in the line that says why.
  private func failure(
    _ reason: String, isRefused: Bool, _ trial: Candidate, _ execution: Execution
  ) -> TrialFailure {
    guard isRefused else { return TrialFailure(reason: reason, refusal: nil) }
    let fits = (1...line.study.repeats).flatMap { self.fits(of: trial.network, start: $0) }
    let trainings = RepeatedTrainings(examples: line.data.examples, fits: [fits])
    let plan = execution.plan(of: .none, fits: fits.count, epochs: 0)
    let outcome = trainings.finished(execution.trainings(of: plan, after: 0, epochs: 0)).first
    if case .failure(let failure)? = (outcome ?? nil).map({ scores(of: $0) }) { return failure }
    return TrialFailure(reason: reason, refusal: nil)
  }

  private func tell(
    _ outcome: Result<SearchTrial.Scores, TrialFailure>, _ epochs: Int,
    _ course: inout SearchCourse, _ execution: Execution
  ) {
    if case .success(let scores) = outcome { news.tell(scores.judged) }
    let fits = line.study.fitsOfTrial
    course.done.fits += fits
    course.done.epochs = MemoryBudget.sum(course.done.epochs, epochs * fits)
    report(course, execution)
  }

  private func report(_ course: SearchCourse, _ execution: Execution) {
    let plan = course.plan.work
    execution.control.report(
      .trainings(
        course.done.fits, of: plan.fits, epochs: course.done.epochs, ofEpochs: plan.epochs,
        loss: nil))
  }
}
