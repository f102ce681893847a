import Formulas
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
      StopReader.option,
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
    try StopReader.read(arguments, into: &settings)
    return settings
  }

  private static func batchSize(
    _ arguments: Arguments, _ standard: Int?
  ) throws(Diagnostic) -> Int? {
    guard let value = try arguments.single("batch") else { return standard }
    if arguments.text(of: value) == "all" { return nil }
    return try arguments.count(value, what: "batch", in: 1...1_000_000)
  }
}
