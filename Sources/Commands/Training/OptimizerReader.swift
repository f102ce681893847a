package import Language
package import Networks
import Workbench

/// Reads an optimizer, its weight decay and its clipping from the options of `train` and
/// `compare`.
package enum OptimizerReader {
  /// The names of the optimizers; one of them may be another one with settings of its own.
  package static let names = Optimizer.named.map(\.name)

  /// The options of the optimizer, its decay and its clipping, in the order of help.
  package static let options: [OptionDefinition] =
    [
      optimizer.definition,
      OptionDefinition(
        TrainingSetting.rate,
        standard: standard { $0.optimizer().learningRate }),
    ] + own.map(\.definition) + [
      OptionDefinition(
        TrainingSetting.weightDecay,
        standard: standard { $0.optimizer().rule.usualWeightDecay })
    ] + TrainingSetting.clipping.map { OptionDefinition($0) }

  private static let optimizer = CommandOption<String>(
    TrainingSetting.optimizer, .choice(names)
  ) { (value, arguments) throws(Diagnostic) in
    try arguments.word(value, among: names, what: TrainingSetting.optimizer.name)
  }

  /// The options that not every optimizer takes, each once: what nearly all take comes last.
  private static let own: [OwnOption] = {
    var options: [OwnOption] = []
    for kind in Optimizer.Kind.allCases {
      for definition in definitions(of: kind.optimizer().rule) {
        if let place = options.firstIndex(where: { $0.name == definition.name }) {
          options[place].owners.append((kind, definition))
        } else {
          options.append(OwnOption(name: definition.name, owners: [(kind, definition)]))
        }
      }
    }
    return options.filter { !$0.isOfNearlyAll } + options.filter(\.isOfNearlyAll)
  }()

  private static func definitions<Rule: UpdateRule>(of rule: Rule) -> [OptionDefinition] {
    Rule.settings.map { OptionDefinition($0) }
  }

  /// "sgd 0.01, others 0.001": a default of each kind of optimizer.
  private static func standard(_ value: (Optimizer.Kind) -> Double) -> String? {
    OwnOption.standard(
      Optimizer.Kind.allCases.map { ($0, SettingsText.text(of: .number(value($0)))) })
  }

  /// Changes the optimizer, its weight decay and its clipping to what is given of them.
  package static func read(
    _ arguments: Arguments, into settings: inout TrainingSettings
  ) throws(Diagnostic) {
    if let name = try arguments.value(of: optimizer) {
      // A comparison goes on with the settings of its last training where the kind is the same.
      settings.optimizer = settings.optimizer.renamed(name) ?? settings.optimizer
    }
    try refuseOptions(notOf: settings.optimizer.kind, arguments)
    try arguments.read(TrainingSetting.rate, into: &settings)
    try settings.optimizer.change { (rule: inout any UpdateRule) throws(Diagnostic) in
      try read(arguments, into: &rule)
    }
    try arguments.read(TrainingSetting.weightDecay, into: &settings)
    let clippings = TrainingSetting.clipping.compactMap { arguments.given($0) }
    if clippings.count > 1 {
      throw Diagnostic(
        "only one of clip, clipnorm and global_clipnorm can be set", at: clippings[1].range,
        hints: ["global_clipnorm keeps the direction of the step, clip keeps it least"])
    }
    for setting in TrainingSetting.clipping { try arguments.read(setting, into: &settings) }
  }

  private static func read<Rule: UpdateRule>(
    _ arguments: Arguments, into rule: inout Rule
  ) throws(Diagnostic) {
    for setting in Rule.settings { try arguments.read(setting, into: &rule) }
    guard let lack = rule.lack else { return }
    throw Diagnostic(
      "\(lack.setting) needs \(lack.missing.name)", at: arguments.command.place(of: lack.setting),
      hints: ["\(SettingsText.text(of: lack.missing)) is usual"])
  }

  /// Refuses options that belong to other optimizers.
  private static func refuseOptions(
    notOf kind: Optimizer.Kind, _ arguments: Arguments
  ) throws(Diagnostic) {
    for option in own where !option.kinds.contains(kind) {
      guard let given = arguments.command.option(option.name) else { continue }
      throw Diagnostic(
        "\(option.name) belongs to \(option.ownersText)", at: given.range,
        hints: ["optimizer=\(option.kinds[0].rawValue)"])
    }
  }
}
