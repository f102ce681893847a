import Formulas
import Language
import Networks

/// Reads the settings of a training from the options of `train` and `compare`.
enum TrainingReader {
  static let options: [OptionDefinition] =
    [OptionDefinition(TrainingSetting.epochs), OptionDefinition(TrainingSetting.batch)]
    + OptimizerReader.options + [ScheduleReader.option.definition] + LossReader.options
    + [StopReader.option.definition, OptionDefinition(TrainingSetting.steps)]

  static func settings(
    from arguments: Arguments, seed: UInt64, basedOn base: TrainingSettings? = nil
  ) throws(Diagnostic) -> TrainingSettings {
    try settings(fromAll: arguments.taking(options), seed: seed, basedOn: base)
  }

  /// The same of a command that takes all of these options.
  static func settings(
    fromAll arguments: Arguments, seed: UInt64, basedOn base: TrainingSettings? = nil
  ) throws(Diagnostic) -> TrainingSettings {
    var settings = base ?? TrainingSettings()
    settings.seed = seed
    try arguments.read(TrainingSetting.epochs, into: &settings)
    try arguments.read(TrainingSetting.batch, into: &settings)
    settings.rateControl = try ScheduleReader.control(arguments, settings.rateControl)
    try OptimizerReader.read(arguments, into: &settings)
    try LossReader.read(arguments, into: &settings)
    settings.maximumSteps = nil
    try arguments.read(TrainingSetting.steps, into: &settings)
    try StopReader.read(arguments, into: &settings)
    return settings
  }
}
