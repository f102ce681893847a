import Language
import Networks

/// Reads the settings of a training from the options of `train` and `compare`.
enum TrainingReader {
  static let options: [OptionDefinition] =
    [
      OptionDefinition(
        name: "epochs", kind: .count(1...1_000_000), standard: "1",
        meaning: "passes over the training examples"),
      OptionDefinition(
        name: "batch", kind: .countOrAll, standard: "32", meaning: "examples a step"),
    ] + OptimizerReader.options + [ScheduleReader.option] + LossReader.options + [
      OptionDefinition(
        name: "stop", kind: .call(["early", "never"]), standard: "never",
        meaning: "stops early: early(patience=10, delta=0, start=0, "
          + "monitor=validation_loss, restore=yes)"),
      OptionDefinition(
        name: "steps", kind: .count(0...1_000_000_000),
        meaning: "stops after so many steps, even within an epoch"),
    ]

  static func settings(
    from arguments: Arguments, seed: UInt64, basedOn base: TrainingSettings? = nil
  ) throws(Diagnostic) -> TrainingSettings {
    var settings = base ?? TrainingSettings()
    settings.seed = seed
    settings.epochs = try arguments.count("epochs") ?? settings.epochs
    settings.batchSize = try batchSize(arguments, settings.batchSize)
    settings.rateControl = try ScheduleReader.control(arguments, settings.rateControl)
    settings.optimizer = try OptimizerReader.optimizer(arguments, settings.optimizer)
    settings.weightDecay = try arguments.number("weight_decay") ?? settings.weightDecay
    settings.clipping = try OptimizerReader.clipping(arguments, settings.clipping)
    try LossReader.read(arguments, into: &settings)
    settings.maximumSteps = try arguments.count("steps")
    if arguments.has("stop") { settings.earlyStopping = try earlyStopping(arguments) }
    return settings
  }

  private static func batchSize(
    _ arguments: Arguments, _ standard: Int?
  ) throws(Diagnostic) -> Int? {
    guard let value = try arguments.single("batch") else { return standard }
    if arguments.text(of: value) == "all" { return nil }
    return try arguments.count(value, what: "batch", in: 1...1_000_000)
  }

  private static func earlyStopping(
    _ arguments: Arguments
  ) throws(Diagnostic) -> EarlyStopping? {
    guard let value = try arguments.single("stop") else { return nil }
    var rule = EarlyStopping(patience: 10)
    switch value.kind {
    case .word("never"): return nil
    case .word("early"): return rule
    case .call(let name, let options) where name.text == "early":
      for option in options { try read(option, into: &rule, arguments) }
      return rule
    default:
      throw Diagnostic("stop takes early(patience=10) or never", at: value.range)
    }
  }

  private static func read(
    _ argument: Argument, into rule: inout EarlyStopping, _ arguments: Arguments
  ) throws(Diagnostic) {
    let names = ["patience", "delta", "start", "monitor", "restore"]
    guard case .option(let option) = argument, let value = option.values.first else {
      throw Diagnostic("early takes options: early(patience=10)", at: argument.range)
    }
    switch option.name.text {
    case "patience":
      rule.patience = try arguments.count(value, what: "patience", in: 0...1_000_000)
    case "start": rule.startAfter = try arguments.count(value, what: "start", in: 0...1_000_000)
    case "delta":
      rule.minDelta = try arguments.evaluator.number(value)
      guard rule.minDelta >= 0 else { throw Diagnostic("delta must be 0 or more", at: value.range) }
    case "monitor":
      rule.monitor = try MonitorName.monitor(value, arguments.evaluator)
    case "restore":
      rule.restoresBest = try arguments.yesOrNo(value, what: "restore")
    default:
      throw Wording.unknownWord(
        option.name.text, what: "option of early", among: names, at: option.name.range)
    }
  }
}
