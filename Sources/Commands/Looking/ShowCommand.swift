import Datasets
import Language
import Networks
import Reports
import TensorEngine
import Tuning
import Workbench

/// `show data`, `show example N`, `show network`, `show metrics` and their like.
package enum ShowCommand {
  /// How the verb is typed and explained.
  package static let definition = CommandDefinition(
    verb: "show", family: .looking,
    summary: "shows the data, an example, the network, what it is worth",
    forms: [
      "show data", "show example 7", "show network", "show weights", "show penalty",
      "show training", "show batches batch=100", "show history", "show metrics validation",
      "show confusion validation", "show coverage validation", "show calibration validation",
      "show study", "show trial 7", "show session",
    ],
    words: Thing.allCases.map(\.rawValue) + ["train", "validation", "test"],
    options: BatchReader.options + [
      derivation.definition, hash.definition, DecisionReader.threshold.definition,
      WorkConsent.option.definition,
    ],
    completion: CommandCompletion(options: { words in
      words.first.flatMap(Thing.init).map {
        $0.options + ($0.judges ? [WorkConsent.option.name] : [])
      }
        ?? []
    }),
    example: ["data circles points=400", "network", "add dense 8 tanh", "show network"])

  /// What can follow `show`.
  private enum Thing: String, CaseIterable {
    case data, example, network, weights, penalty, training, batches, history, metrics, confusion
    case coverage, calibration, study, trial, session

    /// The names of its options.
    var options: [String] {
      switch self {
      case .batches: BatchReader.options.map(\.name)
      case .network: [ShowCommand.derivation.name]
      case .weights: [ShowCommand.hash.name]
      case .metrics, .confusion: [DecisionReader.threshold.name]
      case .data, .example, .penalty, .training, .history, .coverage, .calibration,
        .study, .trial, .session:
        []
      }
    }

    /// Whether the network is asked about examples, which can take long.
    var judges: Bool { [.metrics, .confusion, .coverage, .calibration].contains(self) }
  }

  /// The verb, for the table of all verbs.
  package static let command = CellCommand(definition, action: run)

  private static func run(
    _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> any Report {
    let value = try arguments.value(0, orSay: "show needs to know what")
    let words = Thing.allCases.map(\.rawValue)
    let word = try arguments.word(value, among: words, what: "thing to show")
    guard let thing = Thing(rawValue: word) else {
      throw Wording.unknownWord(word, what: "thing to show", among: words, at: value.range)
    }
    try expectOptions(of: thing, arguments)
    switch thing {
    case .data:
      try arguments.expect(atMost: 1)
      return FeaturesReport(try execution.data(for: arguments))
    case .example:
      try arguments.expect(atMost: 2)
      return try example(execution, arguments)
    case .network:
      try arguments.expect(atMost: 1)
      return try network(execution, arguments)
    case .weights:
      try arguments.expect(atMost: 1)
      let network = try execution.network(for: arguments).network
      if try arguments.valueOrUsual(of: hash) { return WeightHashesReport(of: network) }
      return WeightsReport(of: network)
    case .penalty:
      try arguments.expect(atMost: 1)
      let examples = execution.state.data?.rows(of: .training).count ?? 0
      return PenaltyReport(of: try execution.network(for: arguments), examples: examples)
    case .training:
      try arguments.expect(atMost: 1)
      return try training(execution, arguments)
    case .batches:
      try arguments.expect(atMost: 1)
      return try BatchReader.report(execution, arguments)
    case .history: return try history(execution, arguments)
    case .metrics: return try MeasureReader.metrics(&execution, arguments)
    case .confusion: return try MeasureReader.confusion(&execution, arguments)
    case .coverage: return try ConfidenceReader.coverage(&execution, arguments)
    case .calibration: return try ConfidenceReader.calibration(&execution, arguments)
    case .study:
      try arguments.expect(atMost: 1)
      return StudyReport(try execution.study(for: arguments))
    case .trial:
      try arguments.expect(atMost: 2)
      return try trial(execution, arguments)
    case .session:
      throw Diagnostic(
        "show session tells of this machine and stands on its own", at: arguments.command.range)
    }
  }

  private static let derivation = CommandOption<Bool>.yesOrNo(
    "derivation", usual: false,
    meaning: "network: where the size of each layer and its parameters come from")

  private static let hash = CommandOption<Bool>.yesOrNo(
    "hash", usual: false,
    meaning: "weights: a fingerprint of each parameter, which changes with any bit of it")

  /// Refuses options that belong to another thing to show.
  private static func expectOptions(
    of thing: Thing, _ arguments: Arguments
  ) throws(Diagnostic) {
    for option in arguments.command.options
    where !thing.options.contains(option.name.text) && option.name.text != WorkConsent.option.name {
      throw Diagnostic(
        "show \(thing.rawValue) has no option \"\(option.name.text)\"", at: option.name.range)
    }
  }

  private static func network(
    _ execution: Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> NetworkReport {
    let network = try execution.network(for: arguments).network
    return NetworkReport(
      network, showsDerivation: try arguments.valueOrUsual(of: derivation))
  }

  private static func training(
    _ execution: Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> LastTrainingReport {
    let hand = try execution.network(for: arguments)
    guard let settings = hand.settings else { throw Wording.untrained(at: arguments.command.range) }
    return LastTrainingReport(
      settings, of: hand.network, examples: execution.state.data?.rows(of: .training).count)
  }

  private static func history(
    _ execution: Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> HistoryReport {
    try arguments.expect(atMost: 2)
    let history = try execution.network(for: arguments).history
    guard !history.records.isEmpty else { throw Wording.untrained(at: arguments.command.range) }
    guard arguments.values.count > 1 else { return HistoryReport(history) }
    let limit = try arguments.count(
      arguments.values[1], what: "the number of epochs shown", in: 2...10_000)
    return HistoryReport(history, limit: limit)
  }

  private static func trial(
    _ execution: Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> TrialReport {
    let hand = try execution.study(for: arguments)
    let value = try arguments.value(1, orSay: "show trial needs a number: show trial 7")
    let trials = hand.study.trials
    let number = try arguments.count(value, what: "the trial", in: 1...max(1, trials.count))
    return TrialReport(trials[number - 1], of: hand)
  }

  private static func example(
    _ execution: Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> ExampleReport {
    let data = try execution.data(for: arguments)
    let value = try arguments.value(1, orSay: "show example needs a number: show example 7")
    let number = try arguments.count(
      value, what: "the example", in: 1...max(1, data.examples.count))
    return ExampleReport(ofRow: number - 1, in: data)
  }
}
