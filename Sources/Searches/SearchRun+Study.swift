import Commands
import Language
import Networks
import Reports
import TensorEngine
import Tuning
import Workbench

extension SearchRun {
  /// What a search comes to; one that can't go on elsewhere says what its file keeps.
  func found(_ execution: inout Execution) throws(Diagnostic) -> Found? {
    do throws(Diagnostic) {
      return try study(&execution)
    } catch {
      guard engine?.hasFailed == true, let store else { throw error }
      var error = error
      error.hints.append(store.remainder)
      throw error
    }
  }

  /// What a search came to.
  struct Found {
    /// The study with its new trials.
    let hand: StudyInHand
    /// How many of them are kept of a search that was interrupted; nil for one that was not.
    let keptTrials: Int?
  }

  /// Trains and judges all trials, and gives the study with them. An interrupt leaves the trials that
  /// are whole, where the line can say how many they are.
  ///
  /// - Returns: nil where it was interrupted and nothing is whole.
  /// - Throws: A `Diagnostic` where it is more work than may be done, and where none of the trials
  ///   can be trained.
  func study(_ execution: inout Execution) throws(Diagnostic) -> Found? {
    let plan = try plan(execution)
    if trains {
      try execution.require(plan.work, arguments)
      execution.control.report(.effort(seconds: plan.work.nominalSeconds))
    }
    var course = SearchCourse(plan: plan, hand: hand(plan))
    engine?.task.start = course.hand.facts.digest
    try store?.begin(course.hand)
    if let done = recalled(course, execution) {
      course = done
      try store?.note(course.hand)
    } else {
      try run(&course, execution)
      if line.isNested, trains, !course.isInterrupted {
        course.hand.study.nested = try nested(&course, execution)
      }
      keep(course, execution)
    }
    let count = course.hand.study.trials.count - line.study.trials.count
    guard course.isInterrupted else {
      try store?.finish()
      return Found(hand: try ended(course), keptTrials: nil)
    }
    guard leavesPart, count > 0, line.method != .manual, line.stop != .halving, !line.isNested
    else { return nil }
    if course.hand.study.trials.dropFirst(line.study.trials.count).allSatisfy({ $0.reason != nil })
    {
      return nil
    }
    execution.keepResult()
    let kept = execution
    // It is told as the line tells it that says trials=N, which is what the cell keeps.
    course.hand.plan = try kept.control.keeping { () throws(Diagnostic) in
      try self.first(count).plan(kept, isKept: true)
    }
    if let store, let line = course.hand.lines.popLast() {
      let text = SearchLine.text(of: arguments, trials: count)
      course.hand.lines.append(StudyJournal.Line(text, first: line.first))
      try store.note(course.hand)
      try store.tellLastLine(of: course.hand)
      try store.finish()
    }
    return Found(hand: course.hand, keptTrials: count)
  }

  /// The same run with so many trials alone.
  private func first(_ count: Int) -> SearchRun {
    var run = self
    run.line.trials = count
    run.line.wished = count
    if let brackets = line.brackets, line.method == .hyperband {
      run.line.brackets = brackets.prefix(settings: count)
    }
    return run
  }

  /// The study that trials are added to.
  private func hand(_ plan: SearchPlan) -> StudyInHand {
    var hand =
      line.earlier
      ?? StudyInHand(
        line.study, plan: plan, of: line.start, on: line.data, seed: line.seed,
        fixed: line.fixed.map(\.kept), settings: [])
    hand.plan = plan
    // What a nested search was worth is said of its own trials alone.
    hand.study.nested = []
    hand.lineCount += 1
    hand.lines.append(StudyJournal.Line(line.text, first: line.study.trials.count))
    (hand.name, hand.file) = (store?.name ?? hand.name, store?.path)
    guard line.method != .manual else { return hand }
    hand.settings = line.settings
    hand.space = line.space
    hand.points = [SearchSpace.Point?](repeating: nil, count: line.study.trials.count)
    return hand
  }

  /// Goes through all trials, or through those that come before an interrupt.
  func run(
    _ course: inout SearchCourse, _ execution: Execution
  ) throws(Diagnostic) {
    if let brackets = line.brackets?.brackets {
      for rungs in brackets where !course.isInterrupted && !lacksMore(course) {
        try race(rungs, &course, execution)
        try store?.note(course.hand)
      }
      return
    }
    while !course.isInterrupted, !lacksMore(course),
      course.hand.study.trials.count - line.study.trials.count < line.trials
    {
      let round = round(after: &course, execution)
      if round.isEmpty { return }
      if !trains, execution.control.isInterrupted() {
        course.isInterrupted = true
        return
      }
      if line.stop == .median {
        if try !addKnown(whole: round, to: &course) { try race(round, &course, execution) }
      } else {
        let rest = Array(round.dropFirst(try addKnown(round, to: &course)))
        if !rest.isEmpty, !lacksMore(course) { try train(rest, &course, execution) }
      }
      try store?.note(course.hand)
    }
  }

  /// The study, unless none of its new trials could be trained.
  private func ended(_ course: SearchCourse) throws(Diagnostic) -> StudyInHand {
    let new = course.hand.study.trials.dropFirst(line.study.trials.count)
    if trains, let refusal = course.refusal, new.allSatisfy({ $0.reason != nil }),
      line.method != .manual
    {
      throw refusal
    }
    return course.hand
  }

  /// The next trials, as many as are trained before their scores are taken. Their settings count as
  /// tried from here on.
  private func round(
    after course: inout SearchCourse, _ execution: Execution
  ) -> [Candidate] {
    let known = course.tried.observations.count
    var round: [Candidate] = []
    var weights = 0
    var number = course.hand.study.trials.count + 1
    let last = line.study.trials.count + line.trials
    let isCounted = line.method == .bayes || line.stop == .median
    while number <= last, !isCounted || round.count < line.parallel,
      isCounted || round.count * line.study.fitsOfTrial < mostFitsAtOnce(execution),
      isCounted || weights < Self.mostWeightsAtOnce,
      let candidate = candidate(number, besides: course.tried)
    {
      round.append(candidate)
      course.tried.insert(candidate)
      weights += candidate.network.variant.network.parameterCount * line.study.fitsOfTrial
      number += 1
    }
    course.tried.observations.removeSubrange(known...)
    return round
  }
}

extension SearchCourse {
  init(plan: SearchPlan, hand: StudyInHand) {
    self.plan = plan
    self.hand = hand
    tried = Tried(hand.options)
  }
}
