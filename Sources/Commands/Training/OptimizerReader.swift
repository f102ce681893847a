package import Language
package import Networks

/// Reads an optimizer, its weight decay and its clipping from the options of `train` and
/// `compare`.
package enum OptimizerReader {
  /// The names of the optimizers; momentum is sgd with a momentum of 0.9.
  package static let names =
    ["sgd", "momentum"] + Optimizer.Kind.allCases.map(\.rawValue).filter { $0 != "sgd" }

  package static let options: [OptionDefinition] = [
    OptionDefinition(
      name: "optimizer", kind: .choice(names), standard: "sgd",
      meaning: "how a gradient becomes a step"),
    OptionDefinition(
      name: "rate", kind: .number(.positive.usually("0.0001 to 1")),
      standard: "sgd 0.01, others 0.001", meaning: "the learning rate"),
    OptionDefinition(
      name: "momentum", kind: .number(.belowOne), standard: "0",
      meaning: "sgd, rmsprop: the share of the last step that is kept"),
    OptionDefinition(
      name: "nesterov", kind: .yesOrNo, standard: "no",
      meaning: "sgd: momentum that looks ahead"),
    OptionDefinition(
      name: "rho", kind: .number(.belowOne), standard: "rmsprop 0.9, adadelta 0.95",
      meaning: "memory of the squared gradient"),
    OptionDefinition(
      name: "centered", kind: .yesOrNo, standard: "no",
      meaning: "rmsprop: divides by the deviation of the gradient"),
    OptionDefinition(
      name: "beta1", kind: .number(.belowOne), standard: "0.9",
      meaning: "adam, adamw, nadam: memory of the gradient"),
    OptionDefinition(
      name: "beta2", kind: .number(.belowOne), standard: "0.999",
      meaning: "adam, adamw, nadam: memory of its square"),
    OptionDefinition(
      name: "amsgrad", kind: .yesOrNo, standard: "no",
      meaning: "adam, adamw: divides by the greatest of these memories"),
    OptionDefinition(
      name: "accumulator", kind: .number(.notNegative), standard: "0.1",
      meaning: "adagrad: what the sum of squares starts from"),
    OptionDefinition(
      name: "epsilon", kind: .number(.positive), standard: "1e-7",
      meaning: "all but sgd: keeps a division from 0"),
    OptionDefinition(
      name: "weight_decay", kind: .number(.notNegative), standard: "adamw 0.004, others 0",
      meaning: "takes rate * weight_decay * w from each parameter w at each step; no part of the "
        + "loss"),
    OptionDefinition(
      name: "clip", kind: .number(.positive), meaning: "keeps each gradient within -c ... c"),
    OptionDefinition(
      name: "clipnorm", kind: .number(.positive),
      meaning: "keeps the norm of each layer's gradient, of weights and of biases, within c"),
    OptionDefinition(
      name: "global_clipnorm", kind: .number(.positive),
      meaning: "keeps the norm of all gradients together within c"),
  ]

  /// Which optimizers take an option; sgd counts for momentum too.
  private static let owners: [(option: String, kinds: [Optimizer.Kind])] = [
    ("momentum", [.sgd, .rmsprop]), ("nesterov", [.sgd]), ("rho", [.rmsprop, .adadelta]),
    ("centered", [.rmsprop]), ("beta1", [.adam, .adamw, .nadam]),
    ("beta2", [.adam, .adamw, .nadam]), ("amsgrad", [.adam, .adamw]),
    ("accumulator", [.adagrad]),
    ("epsilon", Optimizer.Kind.allCases.filter { $0 != .sgd }),
  ]

  /// The optimizer: the one that is named, or the standard one, with the options that are given.
  package static func optimizer(
    _ arguments: Arguments, _ standard: Optimizer
  ) throws(Diagnostic) -> Optimizer {
    var optimizer = standard
    if let name = try arguments.choice("optimizer") { optimizer = named(name, standard) }
    try refuseOptions(notOf: optimizer.kind, arguments)
    try arguments.read("rate", into: &optimizer.learningRate)
    switch optimizer {
    case .sgd(let rule): return .sgd(try sgd(rule, arguments))
    case .rmsprop(let rule): return .rmsprop(try rmsprop(rule, arguments))
    case .adam(let rule): return .adam(try adam(rule, arguments))
    case .adamw(let rule): return .adamw(AdamW(try adam(rule.adam, arguments)))
    case .adagrad(var rule):
      try arguments.read("accumulator", into: &rule.initialAccumulator)
      try arguments.read("epsilon", into: &rule.epsilon)
      return .adagrad(rule)
    case .adadelta(var rule):
      try arguments.read("rho", into: &rule.rho)
      try arguments.read("epsilon", into: &rule.epsilon)
      return .adadelta(rule)
    case .nadam(var rule):
      try arguments.read("beta1", into: &rule.beta1)
      try arguments.read("beta2", into: &rule.beta2)
      try arguments.read("epsilon", into: &rule.epsilon)
      return .nadam(rule)
    }
  }

  /// The optimizer of a name. A comparison goes on with the settings of its last training where
  /// the kind is the same, but for the momentum, which the names sgd and momentum set.
  private static func named(_ name: String, _ standard: Optimizer) -> Optimizer {
    if name == "sgd" || name == "momentum" {
      var rule = SGD(momentum: name == "momentum" ? 0.9 : 0)
      if case .sgd(let settings) = standard { rule.learningRate = settings.learningRate }
      return .sgd(rule)
    }
    guard let kind = Optimizer.Kind(rawValue: name), kind != standard.kind else { return standard }
    return kind.optimizer()
  }

  private static func sgd(_ rule: SGD, _ arguments: Arguments) throws(Diagnostic) -> SGD {
    var rule = rule
    try arguments.read("momentum", into: &rule.momentum)
    try arguments.read("nesterov", into: &rule.nesterov)
    if rule.nesterov && rule.momentum == 0 {
      throw Diagnostic(
        "nesterov needs momentum", at: arguments.range(of: "nesterov"),
        hints: ["momentum=0.9 is usual"])
    }
    return rule
  }

  private static func rmsprop(
    _ rule: RMSprop, _ arguments: Arguments
  ) throws(Diagnostic) -> RMSprop {
    var rule = rule
    try arguments.read("rho", into: &rule.rho)
    try arguments.read("momentum", into: &rule.momentum)
    try arguments.read("centered", into: &rule.centered)
    try arguments.read("epsilon", into: &rule.epsilon)
    return rule
  }

  private static func adam(_ rule: Adam, _ arguments: Arguments) throws(Diagnostic) -> Adam {
    var rule = rule
    try arguments.read("beta1", into: &rule.beta1)
    try arguments.read("beta2", into: &rule.beta2)
    try arguments.read("amsgrad", into: &rule.amsgrad)
    try arguments.read("epsilon", into: &rule.epsilon)
    return rule
  }

  /// Refuses options that belong to other optimizers.
  private static func refuseOptions(
    notOf kind: Optimizer.Kind, _ arguments: Arguments
  ) throws(Diagnostic) {
    for (name, kinds) in owners where !kinds.contains(kind) {
      guard let option = arguments.command.option(name) else { continue }
      let names = kinds.map(\.rawValue)
      let owner =
        names.count == 1
        ? "the optimizer \(names[0])"
        : names.count > 3
          ? "all optimizers but sgd" : "the optimizers \(names.joined(separator: ", "))"
      throw Diagnostic(
        "\(name) belongs to \(owner)",
        at: option.range, hints: ["optimizer=\(names[0])"])
    }
  }

  /// The clipping that is given, or the standard one.
  package static func clipping(
    _ arguments: Arguments, _ standard: GradientClipping?
  ) throws(Diagnostic) -> GradientClipping? {
    let given = ["clip", "clipnorm", "global_clipnorm"].compactMap { arguments.command.option($0) }
    if given.count > 1 {
      throw Diagnostic(
        "only one of clip, clipnorm and global_clipnorm can be set", at: given[1].range,
        hints: ["global_clipnorm keeps the direction of the step, clip keeps it least"])
    }
    if let bound = try arguments.number("clip") { return .value(bound) }
    if let bound = try arguments.number("clipnorm") { return .norm(bound) }
    if let bound = try arguments.number("global_clipnorm") { return .globalNorm(bound) }
    return standard
  }
}
