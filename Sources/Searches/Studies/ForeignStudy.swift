import Charts
import Commands
import Formulas
import Language
import Networks
import Reports
import TensorEngine
import Tuning
import Workbench

/// A study that another program began, such as Optuna, on the network and the data in hand.
struct ForeignStudy {
  private(set) var hand: StudyInHand
  /// What a student should know of it, a sentence each.
  private(set) var notes: [String] = []

  /// Takes up what can be taken for settings of ours.
  ///
  /// - Throws: A `Diagnostic` where nothing of it can.
  init(
    _ journal: StudyJournal, _ execution: Execution, _ arguments: Arguments
  ) throws(Diagnostic) {
    let range = arguments.command.range
    let data = try execution.data(for: arguments)
    var start = try execution.network(for: arguments, fitting: data)
    start.network.initialize(seed: start.network.seed, pool: execution.settings.pool)
    start.history = History()
    start.settings = start.settings ?? TrainingSettings()
    let search = try StudyLoading.arguments(of: "search manual", execution, at: range)
    let reader = ForeignSettings(
      try VariantMaker(start, data, execution, search), execution, at: range)
    let trials = journal.trials.filter(\.state.isFinished)
    let options = reader.options(of: trials)
    guard !trials.isEmpty, trials.isEmpty || !options.names.isEmpty else {
      throw Diagnostic(
        trials.isEmpty
          ? "no trial of the study \(journal.name) is done"
          : "none of the settings of the study \(journal.name) is known here: "
            + "\(Wording.firstTwelve(of: options.unknown))", at: range)
    }
    let criterion = try Self.criterion(of: journal, data, arguments)
    let epochs = start.settings?.epochs ?? 0
    let plan = SearchPlan(
      method: .manual, trials: trials.count, folds: nil, repeats: 1, epochs: epochs...epochs,
      work: execution.plan(of: .none, fits: trials.count, epochs: 0))
    hand = StudyInHand(
      SearchStudy(by: criterion, folds: nil, repeats: 1), plan: plan, of: start, on: data,
      seed: execution.state.seed, fixed: [],
      settings: reader.settings(of: trials, options.names))
    for (trial, options) in zip(trials, options.ofTrials) {
      hand.options.append(options.map(\.kept))
      hand.study.append(
        SearchTrial(
          number: hand.study.trials.count + 1, changes: options.map { reader.maker.change(of: $0) },
          state: Self.state(of: trial)))
    }
    hand.points = [SearchSpace.Point?](repeating: nil, count: trials.count)
    hand.lineCount = 1
    hand.name = journal.name
    note(
      journal, options.unknown, criterion, isSaid: arguments.given(CriterionReader.option) != nil)
  }

  private mutating func note(
    _ journal: StudyJournal, _ unknown: [String], _ criterion: Criterion, isSaid: Bool
  ) {
    let counts = [
      (StudyJournal.Trial.State.complete, "complete"), (.pruned, "stopped early"),
      (.failed, "failed"), (.running, "not done and left out"),
      (.waiting, "not begun and left out"),
    ].compactMap { state, word in
      let count = journal.trials.count { $0.state == state }
      return count == 0 ? nil : "\(NumberText.count(count)) \(word)"
    }
    let lines = journal.lines.map(\.text)
    let begun = lines.isEmpty ? "begun by" : "begun here, and written to by"
    notes.append("\(begun) another program: \(counts.joined(separator: ", "))")
    if !lines.isEmpty {
      notes.append("the lines of its search here: \(lines.joined(separator: "; "))")
      notes.append(
        "what they say of all trials alike, as epochs= does, is not taken up: best train goes by "
          + "the last train line")
    }
    if !unknown.isEmpty {
      let names = Wording.firstTwelve(of: unknown)
      notes.append(
        unknown.count == 1
          ? "\(names) is no setting here, and is left out"
          : "these are no settings here, and are left out: \(names)")
    }
    if journal.metric != criterion.rawValue, !isSaid {
      notes.append("what its trials came to is taken for \(criterion.title)")
    }
  }

  /// What the trials were judged by, as the line or the file says it.
  private static func criterion(
    of journal: StudyJournal, _ data: DataInHand, _ arguments: Arguments
  ) throws(Diagnostic) -> Criterion {
    if let said = try CriterionReader.criterion(for: data, arguments) {
      guard said.isLessBetter == journal.isLessBetter else {
        throw Diagnostic(
          "of \(said.title) \(said.isLessBetter ? "less" : "more") is better, and the study looks for "
            + "the \(journal.isLessBetter ? "least" : "greatest") value",
          at: arguments.range(of: CriterionReader.option))
      }
      return said
    }
    let fitting = Criterion.fitting(isClassification: data.isClassification)
      .filter { $0.isLessBetter == journal.isLessBetter }
    if let named = journal.metric.flatMap(Criterion.init), fitting.contains(named) { return named }
    return fitting.first ?? .loss
  }

  private static func state(of trial: StudyJournal.Trial) -> SearchTrial.State {
    let scores = trial.value.map { SearchTrial.Scores(judged: [$0], learned: [.nan]) }
    switch (trial.state, scores) {
    case (.complete, let scores?): return .complete(scores)
    case (.pruned, let scores?):
      return .stopped(epochs: trial.lastStep.map { max(1, $0) } ?? 1, scores)
    case (.pruned, nil): return .failed(reason: "it was stopped before it was judged")
    default: return .failed(reason: "it failed in the program that tried it")
    }
  }
}
