import Commands
import Language
import Networks
import Reports
import Tuning
import Workbench

// Trials that were done before the search was broken off.
extension SearchRun {
  /// Whether nothing more is known and nothing more is to be trained.
  func lacksMore(_ course: SearchCourse) -> Bool {
    !trains && course.hand.study.trials.count >= known.count
  }

  /// How many trainings are done before their trials are kept: few, where a file keeps them.
  func mostFitsAtOnce(_ execution: Execution) -> Int {
    store == nil || engine != nil
      ? Self.mostFitsAtOnce : execution.settings.threads * line.study.fitsOfTrial
  }

  /// Adds what is known of some trials that come next.
  ///
  /// - Returns: Of how many something is known.
  /// - Throws: A `Diagnostic` where the file has other trials in their place.
  func addKnown(
    _ round: [Candidate], to course: inout SearchCourse
  ) throws(Diagnostic) -> Int {
    let count = try checkKnown(round, after: course.hand)
    for trial in round.prefix(count) {
      let done = known[course.hand.study.trials.count]
      let state = done.outcome
      if case .failed = state { course.refusal = course.refusal ?? trial.network.refusal }
      add(
        trial, state, curve: done.own?.curve ?? [], because: done.own?.stopReason, to: &course)
      course.done.fits += line.study.fitsOfTrial
    }
    return count
  }

  /// Adds what is known of trials that are judged beside each other, where something is known of all
  /// of them, or nothing more is to be trained. Else they are trained anew: which of them are given up
  /// depends on none of the others' being done already.
  ///
  /// - Returns: Whether they were added.
  func addKnown(
    whole round: [Candidate], to course: inout SearchCourse
  ) throws(Diagnostic) -> Bool {
    guard !trains || known.count >= course.hand.study.trials.count + round.count else {
      try checkKnown(round, after: course.hand)
      return false
    }
    _ = try addKnown(round, to: &course)
    return true
  }

  /// Looks whether the file has these trials, as far as it goes.
  ///
  /// - Returns: How many of them it has.
  @discardableResult
  func checkKnown(_ round: [Candidate], after hand: StudyInHand) throws(Diagnostic) -> Int {
    let first = hand.study.trials.count
    let count = max(0, min(round.count, known.count - first))
    for (place, trial) in round.prefix(count).enumerated() {
      let changes = trial.network.variant.changes
      let setting = SearchTrial(number: 1, changes: changes, state: .failed(reason: "")).label
      let own = known[first + place].own
      let theirs = own?.setting ?? "not known"
      guard own?.setting == setting else {
        throw Diagnostic(
          "trial \(first + place + 1) of the file is \(theirs), and here it is "
            + setting, at: arguments.command.range,
          hints: ["the file is of a notebook that was another one above the search"])
      }
      let fits = own?.judged.count ?? 0
      guard own?.reason != nil || fits == line.study.fitsOfTrial else {
        throw Diagnostic(
          "trial \(first + place + 1) of the file has \(Wording.count(fits, "figure")), and here it "
            + "has \(line.study.fitsOfTrial)", at: arguments.command.range)
      }
    }
    return count
  }
}

extension StudyJournal.Trial {
  /// How the trial ended, as a search keeps it.
  fileprivate var outcome: SearchTrial.State {
    guard let own else { return .failed(reason: "") }
    if let reason = own.reason { return .failed(reason: reason) }
    let scores = SearchTrial.Scores(judged: own.judged, learned: own.learned)
    return own.epochs.map { .stopped(epochs: $0, scores) } ?? .complete(scores)
  }
}

extension SearchLine {
  /// The line as its study keeps it: without what says where, and with numbers in the place of names
  /// of the student's.
  ///
  /// - Parameter trials: How many trials it says; nil for as many as were typed.
  static func text(of arguments: Arguments, trials: Int? = nil) -> String {
    let name = SearchOptions.trials.name
    let said = trials.map { "\(name)=\($0)" }
    let silent = StudyOptions.all.map(\.name) + [WorkConsent.option.name]
    let options = arguments.command.options.filter { !silent.contains($0.name.text) }
      .map { option in
        if option.name.text == name, let said { return said }
        return Option(
          name: option.name, values: option.values.map { arguments.resolved($0) },
          range: option.range
        ).formatted
      }
    let isSaid = arguments.command.option(name) != nil
    let added = isSaid ? [] : [said].compactMap(\.self)
    return (["search"] + arguments.values.map(\.formatted) + options + added)
      .joined(separator: " ")
  }
}
