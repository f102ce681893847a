import TensorEngine

/// The numbers of one optimizer step, made once for all parameters.
enum PreparedUpdate: Sendable {
  case sgd(rate: Float, WeightDecay)
  case momentum(rate: Float, momentum: Float, WeightDecay)
  case nesterov(rate: Float, momentum: Float, WeightDecay)
  case adam(AdamStep, isAMSGrad: Bool)
  case nadam(NadamStep)
  case rmsprop(RMSpropStep, isCentered: Bool)
  case adagrad(rate: Float, epsilon: Float, WeightDecay)
  case adadelta(RMSpropStep)
}

/// The steps of an optimizer in order, each prepared from its number and its rate.
struct UpdateSequence: Sendable {
  let optimizer: Optimizer
  /// The decoupled weight decay d: each step first takes rate · d · w from every parameter.
  let weightDecay: Double
  /// The steps since the slots were as at the start.
  private(set) var steps = 0
  private var momenta = NadamStep.Momenta()

  /// Goes on after some steps.
  init(_ optimizer: Optimizer, weightDecay: Double, after steps: Int) {
    self.optimizer = optimizer
    self.weightDecay = weightDecay
    self.steps = steps
    if case .nadam = optimizer { momenta = NadamStep.Momenta(after: steps) }
  }

  /// The next step, at a rate.
  @inline(__always)
  mutating func next(rate: Double) -> PreparedUpdate {
    steps += 1
    switch optimizer {
    case .sgd(let rule): return sgd(rule, rate)
    case .adam(let rule): return adam(rule, rate)
    case .adamw(let rule): return adam(rule.adam, rate)
    case .nadam(let rule):
      momenta.advance()
      return .nadam(
        NadamStep(
          learningRate: rate, beta1: rule.beta1, beta2: rule.beta2, epsilon: rule.epsilon,
          momenta: momenta, weightDecay: weightDecay))
    case .rmsprop(let rule):
      return .rmsprop(
        RMSpropStep(
          learningRate: rate, rho: rule.rho, momentum: rule.momentum, epsilon: rule.epsilon,
          weightDecay: weightDecay), isCentered: rule.centered)
    case .adagrad(let rule):
      return .adagrad(
        rate: Float(rate), epsilon: Float(rule.epsilon),
        WeightDecay(weightDecay, learningRate: rate))
    case .adadelta(let rule):
      return .adadelta(
        RMSpropStep(
          learningRate: rate, rho: rule.rho, epsilon: rule.epsilon, weightDecay: weightDecay))
    }
  }

  private func sgd(_ rule: SGD, _ rate: Double) -> PreparedUpdate {
    let decay = WeightDecay(weightDecay, learningRate: rate)
    let momentum = Float(rule.momentum)
    if rule.momentum == 0 { return .sgd(rate: Float(rate), decay) }
    return rule.nesterov
      ? .nesterov(rate: Float(rate), momentum: momentum, decay)
      : .momentum(rate: Float(rate), momentum: momentum, decay)
  }

  private func adam(_ rule: Adam, _ rate: Double) -> PreparedUpdate {
    .adam(
      AdamStep(
        learningRate: rate, beta1: rule.beta1, beta2: rule.beta2, epsilon: rule.epsilon,
        number: steps, weightDecay: weightDecay), isAMSGrad: rule.amsgrad)
  }
}
