package import Commands
import Language
import Reports
import Tuning
import Workbench

/// `search grid rate=0.01,0.1 batch=16,32 folds=5`: many settings, tried and judged alike.
package enum SearchCommand {
  /// What the options of a search may say, behind its method.
  static let forms = [
    "grid rate=0.001,0.01,0.1 batch=16,32", "random rate=0.0001..1 log units=4..64 trials=30",
    "random rate=0.0001..1 log epochs=50 stop=median",
    "bayes rate=0.0001..1 log l2=0.000001..0.1 log trials=30",
    "bayes rate=0.0001..1 log sampler=gp",
    "hyperband rate=0.0001..1 log units=4..64 epochs=81 factor=3",
    "hyperband rate=0.0001..1 log epochs=27 sampler=tpe",
    "grid units=4,8,16 folds=5 repeats=3", "local", "local rate=0.003..0.03 log trials=10",
    "manual rate=0.02 units=12", "random rate=0.001..1 log file=study.journal",
  ]

  /// What stands behind the verb, for completion.
  static let completion = CommandCompletion(
    options: { words in
      words.first.flatMap(SearchMethod.init).map { method in
        SearchOptions.all.map(\.name).filter { SearchOptions.takes($0, behind: method) }
      }
    }, meaning: { word in SearchMethod(rawValue: word)?.meaning })

  /// How the verb is typed and explained.
  package static let definition = CommandDefinition(
    verb: "search", family: .training,
    summary: "trains the network in many settings and says which does best",
    forms: forms.map { "search \($0)" }, words: SearchMethod.allCases.map(\.rawValue),
    options: SearchOptions.all,
    usualOptions: ["epochs", "rate", "units", "l2", "folds", "repeats", "by", "trials", "stop"],
    completion: completion, touches: [.writes, .programs],
    example: TrainCommand.definition.example + ["search random rate=0.001..1 log trials=6"])

  /// The verb, for the table of all verbs.
  package static let command = CellCommand(definition, action: run)

  private static func run(
    _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> any Report {
    let line = try SearchReader(execution, arguments).line()
    if let repeated = repeated(line) { return repeated }
    var run = try SearchRun(line, execution, arguments)
    run.store = try StudyStore.asked(by: run, execution)
    run.known = run.store?.known ?? []
    run.leavesPart = true
    run.engine = try TrialEngine.asked(by: run, execution)
    defer { run.engine?.end() }
    guard let found = try run.found(&execution) else {
      execution.interruption =
        "interrupted: the notebook is as it was before the search"
        + (run.store?.interruption ?? "")
      return SentenceReport()
    }
    execution.stoppedAtTrial = found.keptTrials
    if let kept = found.keptTrials {
      execution.remark =
        "interrupted: the cell keeps \(kept) of \(line.trials) trials, as trials=\(kept)"
        + (run.store == nil ? "" : "; the same line goes on with them")
    }
    execution.state.study = found.hand
    return SearchReport(
      found.hand, new: found.hand.study.trials.count - line.study.trials.count,
      isNewStudy: line.isNewStudy)
  }

  /// What is said of a setting of the student's that was tried before; nil for one that was not.
  private static func repeated(_ line: SearchLine) -> SearchReport? {
    guard line.method == .manual, let study = line.earlier else { return nil }
    let key = SearchCourse.Tried.key(line.round)
    guard
      let place = study.options.firstIndex(where: { SearchCourse.Tried.key($0) == key })
    else { return nil }
    return SearchReport(study, repeating: study.study.trials[place])
  }
}
