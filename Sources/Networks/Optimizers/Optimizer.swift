import TensorEngine

/// The rule by which a step changes the parameters, with its settings: the table of optimizers.
///
/// What an optimizer remembers between steps is apart, in ``OptimizerState``. The names and the
/// defaults are Keras's. A new optimizer is one file with its settings and its step, and its cases
/// in this file, which the compiler asks for.
public enum Optimizer: Hashable, Codable, Sendable {
  /// Gradient descent, with or without momentum.
  case sgd(SGD)
  /// Steps divided by a running mean of the gradient's size.
  case rmsprop(RMSprop)
  /// Momentum and steps divided by the gradient's size.
  case adam(Adam)
  /// Adam with a weight decay of 0.004 unless another is asked for.
  case adamw(AdamW)
  /// Steps divided by the sum of all gradients' sizes.
  case adagrad(Adagrad)
  /// Steps in the units of the weights.
  case adadelta(Adadelta)
  /// Adam with Nesterov's look ahead.
  case nadam(Nadam)

  /// The names of the table.
  public enum Kind: String, CaseIterable, Sendable {
    /// The optimizers by the names under which they are typed.
    case sgd, rmsprop, adam, adamw, adagrad, adadelta, nadam

    /// The optimizer of this kind with Keras's defaults, and with its rate where one is given.
    public func optimizer(learningRate: Double? = nil) -> Optimizer {
      var optimizer: Optimizer =
        switch self {
        case .sgd: .sgd(.usual)
        case .rmsprop: .rmsprop(.usual)
        case .adam: .adam(.usual)
        case .adamw: .adamw(.usual)
        case .adagrad: .adagrad(.usual)
        case .adadelta: .adadelta(.usual)
        case .nadam: .nadam(.usual)
        }
      if let learningRate { optimizer.learningRate = learningRate }
      return optimizer
    }
  }

  /// Which of the table it is.
  public var kind: Kind {
    switch self {
    case .sgd: .sgd
    case .rmsprop: .rmsprop
    case .adam: .adam
    case .adamw: .adamw
    case .adagrad: .adagrad
    case .adadelta: .adadelta
    case .nadam: .nadam
    }
  }

  /// The settings, whatever the kind.
  public var rule: any UpdateRule {
    switch self {
    case .sgd(let rule): rule
    case .rmsprop(let rule): rule
    case .adam(let rule): rule
    case .adamw(let rule): rule
    case .adagrad(let rule): rule
    case .adadelta(let rule): rule
    case .nadam(let rule): rule
    }
  }

  /// Changes the settings, whatever the kind; a rule of another kind is not to take their place.
  ///
  /// - Throws: What the change throws; the settings are as before then.
  public mutating func change<Failure>(
    _ body: (inout any UpdateRule) throws(Failure) -> Void
  ) throws(Failure) {
    switch self {
    case .sgd(let rule): self = .sgd(try Self.changed(rule, body))
    case .rmsprop(let rule): self = .rmsprop(try Self.changed(rule, body))
    case .adam(let rule): self = .adam(try Self.changed(rule, body))
    case .adamw(let rule): self = .adamw(try Self.changed(rule, body))
    case .adagrad(let rule): self = .adagrad(try Self.changed(rule, body))
    case .adadelta(let rule): self = .adadelta(try Self.changed(rule, body))
    case .nadam(let rule): self = .nadam(try Self.changed(rule, body))
    }
  }

  private static func changed<Rule: UpdateRule, Failure>(
    _ rule: Rule, _ body: (inout any UpdateRule) throws(Failure) -> Void
  ) throws(Failure) -> Rule {
    var next: any UpdateRule = rule
    try body(&next)
    guard let next = next as? Rule else { preconditionFailure("the kind of a rule stays") }
    return next
  }
}

/// A step of one of the table, its numbers made once for all parameters. A rule that steps as
/// another one does shares its case.
enum PreparedUpdate: Sendable {
  case sgd(SGDUpdate)
  case rmsprop(RMSpropUpdate)
  case adam(AdamUpdate)
  case adagrad(AdagradUpdate)
  case adadelta(AdadeltaUpdate)
  case nadam(NadamUpdate)

  @inline(__always)
  init(_ optimizer: Optimizer, at moment: UpdateMoment) {
    switch optimizer {
    case .sgd(let rule): self = .sgd(SGDUpdate(rule, at: moment))
    case .rmsprop(let rule): self = .rmsprop(RMSpropUpdate(rule, at: moment))
    case .adam(let rule): self = .adam(AdamUpdate(rule, at: moment))
    case .adamw(let rule): self = .adam(AdamUpdate(rule.adam, at: moment))
    case .adagrad(let rule): self = .adagrad(AdagradUpdate(rule, at: moment))
    case .adadelta(let rule): self = .adadelta(AdadeltaUpdate(rule, at: moment))
    case .nadam(let rule): self = .nadam(NadamUpdate(rule, at: moment))
    }
  }

  @inline(__always)
  func apply(to slices: UpdateSlices, _ kernels: Kernels) {
    switch self {
    case .sgd(let update): update.apply(to: slices, kernels)
    case .rmsprop(let update): update.apply(to: slices, kernels)
    case .adam(let update): update.apply(to: slices, kernels)
    case .adagrad(let update): update.apply(to: slices, kernels)
    case .adadelta(let update): update.apply(to: slices, kernels)
    case .nadam(let update): update.apply(to: slices, kernels)
    }
  }
}
