package import Commands
import Datasets
import Formulas
import Language
import Networks
import Reports
import Tuning
import Workbench

/// `best`: the best trial of the search, and what ties with it. `best train`: its network.
package enum BestCommand {
  private static let word = "train"
  private static let all = CommandOption<Bool>.yesOrNo(
    "all", usual: false,
    meaning: "train: on the validation examples too, which then judge nothing any more")

  /// How the verb is typed and explained.
  package static let definition = CommandDefinition(
    verb: "best", family: .training,
    summary: "shows the best trial of a search, or trains the network in its setting",
    forms: ["best", "best train", "best train all=yes"], words: [word],
    options: [
      all.definition, OptionDefinition(TrainingSetting.steps), WorkConsent.option.definition,
    ],
    completion: CommandCompletion(meaning: { word in
      word == Self.word ? "the best setting becomes the network in hand" : nil
    }),
    example: SearchCommand.definition.example + ["best"])

  /// The verb, for the table of all verbs.
  package static let command = CellCommand(definition, action: run)

  private static func run(
    _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> any Report {
    try arguments.expect(atMost: 1)
    let study = try execution.study(for: arguments)
    guard let best = study.study.best else {
      throw Diagnostic(
        "every trial of the search failed, so there is no best one", at: arguments.command.range,
        hints: ["show study says why each of them did"])
    }
    guard let value = arguments.values.first else {
      if let option = arguments.given(all) ?? arguments.given(TrainingSetting.steps) {
        throw Diagnostic(
          "best shows what was found, and trains nothing", at: option.range,
          hints: ["best train \(option.formatted) trains the network in its setting"])
      }
      return BestReport(study)
    }
    _ = try arguments.word(value, among: [word], what: "word behind best")
    return try train(best, of: study, &execution, arguments)
  }

  /// Trains the setting of a trial, and makes it the network in hand.
  private static func train(
    _ trial: SearchTrial, of study: StudyInHand, _ execution: inout Execution,
    _ arguments: Arguments
  ) throws(Diagnostic) -> any Report {
    var data = try execution.data(for: arguments)
    guard study.isOn(data) else {
      throw Diagnostic(
        "the search was on other data, or on another division of it", at: arguments.command.range,
        hints: ["search again on the data in hand, or go back with undo"])
    }
    let range = arguments.command.range
    let maker = try VariantMaker(study.start, data, execution, arguments)
    let options = study.options[trial.number - 1].map { $0.placed(at: range) }
    let names = options.map(\.name.text)
    let network = try maker.network(
      changing: options,
      also: study.fixed.filter { !names.contains($0.name.text) }.map { $0.placed(at: range) })
    if let refusal = network.refusal { throw refusal }
    let isScaled = try prepare(&data, for: options + study.fixed, arguments)
    execution.state.data = data
    if isScaled { execution.state.study?.know(data) }
    if let count = network.examples {
      data.learn(
        from: Resampling.subset.rows(
          of: data.rows(of: .training), count: count, seed: study.seed, number: 1))
    }
    var start = study.start
    start.network = network.variant.start(1).network
    start.history = History()
    var settings = network.variant.settings
    settings.seed = study.seed
    try arguments.read(TrainingSetting.steps, into: &settings)
    let usual = Set(TrainingSettings.usual.written)
    let report = try TrainCommand.train(
      start, on: data, settings,
      keeping: settings.written.filter { !usual.contains($0) }.map { SettingsText.text(of: $0) },
      [], &execution, arguments)
    if let hand = execution.state.network { execution.state.study?.know(hand) }
    guard var report = report as? TrainingReport else { return report }
    report.kept = []
    report.trial = trial
    return report
  }
}

extension BestCommand {
  /// The data as the setting sees it, with the validation examples among the others where that is
  /// asked for.
  ///
  /// - Parameter options: What was said of the trial, and behind it of all trials.
  /// - Returns: Whether the setting says how it is scaled.
  private static func prepare(
    _ data: inout DataInHand, for options: [Option], _ arguments: Arguments
  ) throws(Diagnostic) -> Bool {
    let option = options.first { $0.name.text == Variation.scale.option.name }
    let scale = option?.values.first.flatMap { arguments.evaluator.text(of: $0) }
    let joins = try arguments.valueOrUsual(of: all)
    do throws(DatasetError) {
      if let scale {
        if let kind = Scaler.Kind(rawValue: scale) {
          try data.scale(kind)
        } else {
          try data.scaleBack()
        }
      }
      if joins { try data.joinValidation() }
    } catch {
      throw Wording.diagnostic(for: error, in: arguments.command, at: arguments.command.range)
    }
    return scale != nil
  }
}
