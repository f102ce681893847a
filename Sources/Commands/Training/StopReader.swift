import Formulas
import Language
import Networks
import Workbench

/// Reads what ends a training before its last epoch: `stop=early(patience=10)`,
/// `stop=target(validation_accuracy=90%)`, or both.
package enum StopReader {
  /// What stands for early stopping behind `stop=`.
  package static let earlyName = "early"
  static let targetName = "target"

  static let option = CommandOption<Expression>(
    TrainingSetting.stop, .call([earlyName, targetName, "never"])
  ) { (value, _) in value }

  /// Sets what stops the training, if the option is given.
  static func read(
    _ arguments: Arguments, into settings: inout TrainingSettings
  ) throws(Diagnostic) {
    guard let option = arguments.given(option) else { return }
    settings.earlyStopping = nil
    settings.targets = []
    for value in option.values {
      switch value.kind {
      case .word("never"):
        guard option.values.count == 1 else {
          throw Diagnostic("never stands alone", at: value.range)
        }
      case .word(earlyName): try keep(EarlyStopping.usual, in: &settings, at: value.range)
      case .call(let name, let options) where name.text == earlyName:
        try keep(try early(options, arguments), in: &settings, at: value.range)
      case .call(let name, let options) where name.text == targetName:
        settings.targets.append(try target(options, arguments, at: value.range))
      default:
        throw Diagnostic(
          "stop takes early(patience=10), target(validation_accuracy=90%) or never",
          at: value.range)
      }
    }
  }

  private static func keep(
    _ rule: EarlyStopping, in settings: inout TrainingSettings, at range: SourceRange
  ) throws(Diagnostic) {
    guard settings.earlyStopping == nil else {
      throw Diagnostic(
        "two early stoppings would hold two best epochs, and a network has one set of weights",
        at: range, hints: ["targets can stand beside one: stop=early(patience=10),target(loss=0.1)"]
      )
    }
    settings.earlyStopping = rule
  }

  private static func early(
    _ options: [Argument], _ arguments: Arguments
  ) throws(Diagnostic) -> EarlyStopping {
    var rule = EarlyStopping.usual
    for option in options { try read(option, into: &rule, arguments) }
    return rule
  }

  private static func read(
    _ argument: Argument, into rule: inout EarlyStopping, _ arguments: Arguments
  ) throws(Diagnostic) {
    guard case .option(let option) = argument, let value = option.values.first else {
      throw Diagnostic("early takes options: early(patience=10)", at: argument.range)
    }
    let settings = EarlyStopping.settings
    guard let setting = settings.first(where: { $0.name == option.name.text }) else {
      throw Wording.unknownWord(
        option.name.text, what: "option of early", among: settings.map(\.name),
        at: option.name.range)
    }
    try arguments.evaluator.read(value, as: setting, into: &rule)
  }

  private static func target(
    _ options: [Argument], _ arguments: Arguments, at range: SourceRange
  ) throws(Diagnostic) -> StoppingTarget {
    var bounds: [StoppingTarget.Bound] = []
    for argument in options {
      guard case .option(let option) = argument, let value = option.values.first else {
        throw Diagnostic(
          "target takes what is to be reached: target(validation_accuracy=90%)", at: argument.range)
      }
      let monitor = try MonitorName.monitor(option.name)
      guard !bounds.contains(where: { $0.monitor == monitor }) else {
        throw Diagnostic("\(monitor.rawValue) is given twice", at: option.name.range)
      }
      bounds.append(
        StoppingTarget.Bound(monitor, try bound(value, of: monitor, arguments)))
    }
    guard !bounds.isEmpty else {
      throw Diagnostic(
        "target needs what is to be reached", at: range,
        hints: ["target(validation_accuracy=90%)", "target(loss=0.1)"])
    }
    return StoppingTarget(bounds)
  }

  private static func bound(
    _ value: Expression, of monitor: Monitor, _ arguments: Arguments
  ) throws(Diagnostic) -> Double {
    let number = try arguments.evaluator.number(value)
    if monitor.needsAccuracy {
      guard number >= 0, number <= 1 else {
        throw Diagnostic(
          "\(monitor.rawValue) is a share from 0% to 100%", at: value.range,
          hints: number > 1 && number <= 100 ? ["\(monitor.rawValue)=\(value.formatted)%"] : [])
      }
    } else {
      guard number >= 0, number.isFinite else {
        throw Diagnostic("\(monitor.rawValue) is never less than 0", at: value.range)
      }
    }
    return number
  }
}
