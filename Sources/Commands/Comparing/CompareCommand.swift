import Datasets
import Language
import Networks
import Reports
import TensorEngine
import Tuning
import Workbench

/// `compare l2=0,0.001,0.01 plot=boundary`: the last training again, from the same start, with
/// one thing different. `compare plain with(l2=0.01) with(dropout=0.3)`: with what the student
/// says of each.
package enum CompareCommand {
  private static let plot = CommandOption<ComparisonPicture>.choice(
    "plot", meaning: "curves of all variants in one picture, or a picture of each")
  private static let seeds = CommandOption<Int>.count(
    "seeds", in: 1...100, usual: 1,
    meaning: "trains each variant from so many first weights, and calls a difference within "
      + "their spread a tie")
  private static let ownOptions = [
    plot.definition, seeds.definition, CriterionReader.option.definition,
    WorkConsent.option.definition,
  ]

  /// How the verb is typed and explained.
  package static let definition = CommandDefinition(
    verb: "compare", family: .judging,
    summary: "trains variants that differ by one thing alone, from the same start",
    forms: [
      "compare l2=0,0.001,0.01", "compare rate=0.01,0.1,1 plot=boundary",
      "compare units=1,8,64 seeds=5",
      "compare plain with(l2=0.01) with(dropout=0.3) plot=boundary",
      "compare activation=relu,tanh", "compare units(2)=4,8", "compare schedule.decay=0.1,0.5",
      "compare l2=0,0.01 plot=weights", "compare units=1,8,64 by=f1",
    ],
    words: ["plain", "with"],
    options: VariantMaker.settings.map { option in
      var option = option
      option.standard = "as in the last training"
      return option
    } + ownOptions,
    example: TrainCommand.definition.example + ["compare l2=0,0.001,0.01"])

  /// The verb, for the table of all verbs.
  package static let command = CellCommand(definition, action: run)

  private static let mostVariants = 24

  private static func run(
    _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> any Report {
    let data = try execution.data(for: arguments)
    let hand = try execution.network(for: arguments, fitting: data)
    let criterion = try CriterionReader.criterion(for: data, arguments)
    let maker = try VariantMaker(hand, data, execution, arguments)
    var drawing: ComparisonDrawing?
    if let picture = try arguments.value(of: plot) {
      drawing = try ComparisonDrawing(
        picture, of: hand, data, execution, arguments, at: arguments.range(of: plot))
    }
    let seeds = try arguments.valueOrUsual(of: seeds)
    let networks = try networks(maker, arguments)
    try execution.requireMemory(for: networks.map(\.variant.network), times: seeds, arguments)
    let variants = starts(of: networks, seeds: seeds, data, execution)
    let built = networks.indices.filter { networks[$0].refusal == nil }
    let starts = built.flatMap { variants[$0] }
    guard let outcomes = try execution.outcomes(of: starts, on: data, arguments) else {
      execution.interruption = "interrupted: the notebook is as it was before the comparison"
      return SentenceReport()
    }
    try refuseUnlessOneIsTrained(outcomes, arguments)
    // What can't be built has no outcome of a training, and says why.
    var all = variants.map { $0.map { _ in Comparison.Outcome.failure(.noExamples) } }
    for (number, place) in built.enumerated() {
      all[place] = Array(outcomes[number * seeds..<(number + 1) * seeds])
    }
    var report = ComparisonReport(
      variants: variants.map { $0[0] }, outcomes: all, isClassification: data.isClassification)
    report.refusals = networks.indices.map { place in
      networks[place].refusal?.message ?? refusal(of: all[place], arguments)
    }
    report.asked = try criterion.map { (criterion) throws(Diagnostic) in
      try ComparisonScoring(criterion, data, hand, execution, arguments).scores(of: report)
    }
    report.runs = list(report, in: &execution, data)
    report.picture = try drawing?.picture(of: report.trials)
    return report
  }

  /// A variant that diverged is a result, and one that can't be trained is one beside others;
  /// where none can be, it is a mistake of the command.
  private static func refuseUnlessOneIsTrained(
    _ outcomes: [Comparison.Outcome], _ arguments: Arguments
  ) throws(Diagnostic) {
    let errors = outcomes.map(\.untrainable)
    guard let first = errors.first ?? nil, !errors.contains(where: { $0 == nil }) else { return }
    throw Wording.diagnostic(for: first, in: arguments.command, at: arguments.command.range)
  }

  /// Why a variant could not be trained; nil where it could, if only to diverge.
  private static func refusal(
    of outcomes: [Comparison.Outcome], _ arguments: Arguments
  ) -> String? {
    outcomes.lazy.compactMap(\.untrainable).first.map { error in
      Wording.diagnostic(
        for: error, in: arguments.command, at: arguments.command.range
      ).message
    }
  }

  /// Each network from so many first weights.
  private static func starts(
    of networks: [VariedNetwork], seeds: Int, _ data: DataInHand, _ execution: Execution
  ) -> [[Comparison.Variant]] {
    networks.map { network in
      var variant = network.variant
      if let count = network.examples {
        variant = variant.learning(
          from: Resampling.subset.rows(
            of: data.rows(of: .training), count: count, seed: execution.state.seed, number: 1))
      }
      return (1...seeds).map { variant.start($0) }
    }
  }

  /// Lists the variants among the runs of the notebook, each from its first seed.
  ///
  /// - Returns: Their numbers; nil for those that diverged, and for all of a comparison that a
  ///   rule makes between two epochs, which leaves no trace.
  private static func list(
    _ report: ComparisonReport, in execution: inout Execution, _ data: DataInHand
  ) -> [Int?] {
    zip(report.variants, report.outcomes).map { variant, outcomes in
      guard !execution.isWithinTraining, case .success(let trial)? = outcomes.first else {
        return nil
      }
      let changed = variant.changes.filter(\.isWhole).map(\.setting)
      let options = variant.settings.written.filter { !changed.contains($0.name) }
      execution.state.runs.append(
        RunRecord(
          data: data.dataset.name, examples: trial.training.count,
          layers: trial.result.network.summaries.map(\.text),
          options: SettingsText.line(of: options),
          training: trial.training, validation: trial.validation, history: trial.result.history,
          variant: variant.label))
      return execution.state.runs.numbers.upperBound - 1
    }
  }

  /// The networks to train: those of one option with several values, or those that are spelled
  /// out.
  private static func networks(
    _ maker: VariantMaker, _ arguments: Arguments
  ) throws(Diagnostic) -> [VariedNetwork] {
    if !arguments.values.isEmpty { return try spelledOut(maker, arguments) }
    let command = arguments.command
    let options = command.options.filter { option in
      !ownOptions.contains { $0.name == option.name.text }
    }
    let lists = options.filter { option in
      option.values.count > 1 || option.values.contains { $0.isRange }
    }
    guard let list = lists.first else {
      throw Diagnostic(
        "compare needs an option with several values", at: command.range,
        hints: ["compare l2=0,0.001,0.01"])
    }
    if lists.count > 1 {
      throw Diagnostic(
        "compare changes one thing at a time", at: lists[1].range,
        hints: [
          "two things changed at once can't be told apart",
          "compare plain with(l2=0.01) with(dropout=0.3) sets several changes side by side",
        ])
    }
    let others = options.filter { $0.name.text != list.name.text }
    let networks = try maker.networks(varying: list.name, over: list.values, also: others)
    guard networks.count <= mostVariants else {
      throw Diagnostic("compare trains at most \(mostVariants) variants", at: list.range)
    }
    return networks
  }

  /// `plain with(l2=0.01) with(dropout=0.3)`
  private static func spelledOut(
    _ maker: VariantMaker, _ arguments: Arguments
  ) throws(Diagnostic) -> [VariedNetwork] {
    for option in arguments.command.options
    where !ownOptions.contains(where: { $0.name == option.name.text }) {
      throw Diagnostic(
        "beside plain and with(…) an option has no place", at: option.range,
        hints: ["with(\(option.name.text)=…) says which variant it is of"])
    }
    guard arguments.values.count <= mostVariants else {
      throw Diagnostic(
        "compare trains at most \(mostVariants) variants",
        at: arguments.values[mostVariants].range)
    }
    var networks: [VariedNetwork] = []
    for value in arguments.values {
      let network = try spelledOut(value, maker, arguments)
      guard !networks.contains(where: { $0.variant.label == network.variant.label }) else {
        throw Diagnostic("\(network.variant.label) is there twice", at: value.range)
      }
      networks.append(network)
    }
    try VariantMaker.refuseUnlessOneIsBuilt(networks)
    return networks
  }

  private static func spelledOut(
    _ value: Expression, _ maker: VariantMaker, _ arguments: Arguments
  ) throws(Diagnostic) -> VariedNetwork {
    switch value.kind {
    case .word("plain"): return maker.plain
    case .call(let name, let changes) where name.text == "with":
      var options: [Option] = []
      for change in changes {
        guard case .option(let option) = change else {
          throw Diagnostic("with takes options: with(l2=0.01)", at: change.range)
        }
        options.append(option)
      }
      guard !options.isEmpty else {
        throw Diagnostic("with needs what is different: with(l2=0.01)", at: value.range)
      }
      return try maker.network(changing: options)
    default:
      throw Diagnostic(
        "compare did not expect this", at: value.range,
        hints: [
          "it is typed: compare l2=0,0.001,0.01",
          "or: compare plain with(l2=0.01) with(dropout=0.3)",
        ])
    }
  }
}

extension Comparison.Variant {
  /// The same variant on rows of its own.
  fileprivate func learning(from rows: [Int32]) -> Comparison.Variant {
    var variant = self
    variant.rows = rows
    return variant
  }
}

extension Comparison.Outcome {
  /// Why it could not be trained; nil where it could, if only to diverge.
  fileprivate var untrainable: NetworkError? {
    guard case .failure(let error) = self else { return nil }
    if case .engine(.diverged) = error { return nil }
    return error
  }
}

extension Expression {
  fileprivate var isRange: Bool {
    if case .range = kind { true } else { false }
  }
}
