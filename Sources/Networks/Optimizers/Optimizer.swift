public import TensorEngine

/// The rule by which a step changes the parameters, with its settings.
///
/// What an optimizer remembers between steps is apart, in ``OptimizerState``. The names and the
/// defaults are Keras's.
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

  /// The table of optimizers.
  public enum Kind: String, CaseIterable, Sendable {
    /// The optimizers by the names under which they are typed.
    case sgd, rmsprop, adam, adamw, adagrad, adadelta, nadam

    /// The optimizer of this kind with Keras's defaults, and with its rate where one is given.
    public func optimizer(learningRate: Double? = nil) -> Optimizer {
      var optimizer: Optimizer =
        switch self {
        case .sgd: .sgd(SGD())
        case .rmsprop: .rmsprop(RMSprop())
        case .adam: .adam(Adam())
        case .adamw: .adamw(AdamW())
        case .adagrad: .adagrad(Adagrad())
        case .adadelta: .adadelta(Adadelta())
        case .nadam: .nadam(Nadam())
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

  /// The step size, per step.
  public var learningRate: Double {
    get { rule.learningRate }
    set {
      func changed<Rule: UpdateRule>(_ rule: Rule) -> Rule {
        var rule = rule
        rule.learningRate = newValue
        return rule
      }
      switch self {
      case .sgd(let rule): self = .sgd(changed(rule))
      case .rmsprop(let rule): self = .rmsprop(changed(rule))
      case .adam(let rule): self = .adam(changed(rule))
      case .adamw(let rule): self = .adamw(changed(rule))
      case .adagrad(let rule): self = .adagrad(changed(rule))
      case .adadelta(let rule): self = .adadelta(changed(rule))
      case .nadam(let rule): self = .nadam(changed(rule))
      }
    }
  }

  /// What is remembered for each parameter between steps, by name.
  public var slotNames: [String] { rule.slotNames }

  /// Checks the settings of the rule.
  ///
  /// - Throws: `outOfRange` for a setting outside its range.
  public func validate() throws(EngineError) { try rule.validate() }
}
