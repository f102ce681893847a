import Language
import Networks

/// Reads the settings of a training from the options of `train` and `compare`.
enum TrainingReader {
  /// The names of the optimizers; momentum is sgd with a momentum of 0.9.
  static let optimizers = ["sgd", "momentum", "adam"]

  static let options: [OptionDefinition] =
    [
      OptionDefinition(
        name: "epochs", kind: .count(1...1_000_000), standard: "1",
        meaning: "passes over the training examples"),
      OptionDefinition(
        name: "batch", kind: .countOrAll, standard: "32", meaning: "examples a step"),
      OptionDefinition(
        name: "optimizer", kind: .choice(optimizers), standard: "sgd",
        meaning: "how a gradient becomes a step"),
      OptionDefinition(
        name: "rate", kind: .number(.positive.usually("0.0001 to 1")),
        standard: "sgd 0.01, adam 0.001", meaning: "the learning rate"),
      OptionDefinition(
        name: "momentum", kind: .number(.belowOne), standard: "0",
        meaning: "sgd: the share of the last step that is kept"),
      OptionDefinition(
        name: "nesterov", kind: .yesOrNo, standard: "no",
        meaning: "sgd: momentum that looks ahead"),
      OptionDefinition(
        name: "beta1", kind: .number(.belowOne), standard: "0.9",
        meaning: "adam: memory of the gradient"),
      OptionDefinition(
        name: "beta2", kind: .number(.belowOne), standard: "0.999",
        meaning: "adam: memory of its square"),
      OptionDefinition(
        name: "epsilon", kind: .number(.positive), standard: "1e-7",
        meaning: "adam: keeps a division from 0"),
    ] + LossReader.options + [
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
    settings.optimizer = try optimizer(arguments, settings.optimizer)
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

  private static func optimizer(
    _ arguments: Arguments, _ standard: Optimizer
  ) throws(Diagnostic) -> Optimizer {
    var optimizer = standard
    if let name = try arguments.choice("optimizer") {
      switch name {
      case "adam":
        if case .sgd = standard { optimizer = .adam(Adam()) }
      case "momentum": optimizer = .sgd(SGD(learningRate: sgdRate(standard), momentum: 0.9))
      default: optimizer = .sgd(SGD(learningRate: sgdRate(standard)))
      }
    }
    switch optimizer {
    case .sgd(var settings):
      try refuse(["beta1", "beta2", "epsilon"], of: "adam", arguments)
      settings.learningRate = try arguments.number("rate") ?? settings.learningRate
      settings.momentum = try arguments.number("momentum") ?? settings.momentum
      settings.nesterov = try arguments.yesOrNo("nesterov") ?? settings.nesterov
      if settings.nesterov && settings.momentum == 0 {
        throw Diagnostic(
          "nesterov needs momentum", at: arguments.range(of: "nesterov"),
          hints: ["momentum=0.9 is usual"])
      }
      return .sgd(settings)
    case .adam(var settings):
      try refuse(["momentum", "nesterov"], of: "sgd", arguments)
      settings.learningRate = try arguments.number("rate") ?? settings.learningRate
      settings.beta1 = try arguments.number("beta1") ?? settings.beta1
      settings.beta2 = try arguments.number("beta2") ?? settings.beta2
      settings.epsilon = try arguments.number("epsilon") ?? settings.epsilon
      return .adam(settings)
    }
  }

  /// The learning rate of a training that a comparison starts from, if it was SGD's.
  private static func sgdRate(_ optimizer: Optimizer) -> Double {
    if case .sgd(let settings) = optimizer { settings.learningRate } else { SGD().learningRate }
  }

  /// Refuses options that belong to another optimizer.
  private static func refuse(
    _ names: [String], of optimizer: String, _ arguments: Arguments
  ) throws(Diagnostic) {
    for name in names {
      guard let option = arguments.command.option(name) else { continue }
      throw Diagnostic(
        "\(name) belongs to the optimizer \(optimizer)", at: option.range,
        hints: ["optimizer=\(optimizer)"])
    }
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
      rule.monitor = try MonitorName.monitor(value, arguments)
    case "restore":
      rule.restoresBest = try arguments.yesOrNo(value, what: "restore")
    default:
      throw Wording.unknownWord(
        option.name.text, what: "option of early", among: names, at: option.name.range)
    }
  }
}
