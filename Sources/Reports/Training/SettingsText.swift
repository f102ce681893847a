package import Charts
package import Networks

/// The settings of a training as they would be typed.
package enum SettingsText {
  /// "epochs=100", "batch=32", "optimizer=adam", "rate=0.02", and what else is not as usual.
  package static func options(of settings: TrainingSettings) -> [String] {
    var options = [
      "epochs=\(settings.epochs)", "batch=\(settings.batchSize.map { String($0) } ?? "all")",
      "optimizer=\(settings.optimizer.kind.rawValue)",
      "rate=\(number(settings.optimizer.learningRate))",
    ]
    if settings.rateControl?.hasOwnRate == true { options.removeLast() }
    options += rule(of: settings.optimizer)
    if let control = settings.rateControl {
      options.append("schedule=\(ScheduleText.typed(control))")
    }
    if let decay = settings.weightDecay { options.append("weight_decay=\(number(decay))") }
    if let clipping = settings.clipping {
      options.append("\(clipping.name)=\(number(clipping.bound))")
    }
    if let loss = settings.loss { options.append("loss=\(loss.rawValue)") }
    for (name, value) in [
      ("label_smoothing", settings.labelSmoothing), ("l1", settings.l1), ("l2", settings.l2),
      ("lambda", settings.lambda), ("lambda1", settings.lambda1),
      ("max_norm", settings.maxNorm ?? 0),
    ] where value != 0 {
      options.append("\(name)=\(number(value))")
    }
    if settings.penalizesBias { options.append("penalize_bias=yes") }
    switch settings.classWeights {
    case .balanced?: options.append("class_weight=balanced")
    case .given(let weights)?:
      options.append("class_weight=\(weights.map { number($0) }.joined(separator: ","))")
    case nil: break
    }
    if let stop = StopText.typed(settings) { options.append("stop=\(stop)") }
    if let steps = settings.maximumSteps { options.append("steps=\(steps)") }
    return options
  }

  /// The settings of an optimizer that are not as usual.
  private static func rule(of optimizer: Optimizer) -> [String] {
    var options: [String] = []
    func add(_ name: String, _ value: Double, unless usual: Double) {
      if value != usual { options.append("\(name)=\(number(value))") }
    }
    func adam(_ rule: Adam) {
      add("beta1", rule.beta1, unless: Adam().beta1)
      add("beta2", rule.beta2, unless: Adam().beta2)
      add("epsilon", rule.epsilon, unless: Adam().epsilon)
      if rule.amsgrad { options.append("amsgrad=yes") }
    }
    switch optimizer {
    case .sgd(let rule):
      add("momentum", rule.momentum, unless: 0)
      if rule.nesterov { options.append("nesterov=yes") }
    case .rmsprop(let rule):
      add("rho", rule.rho, unless: RMSprop().rho)
      add("momentum", rule.momentum, unless: 0)
      if rule.centered { options.append("centered=yes") }
      add("epsilon", rule.epsilon, unless: RMSprop().epsilon)
    case .adam(let rule): adam(rule)
    case .adamw(let rule): adam(rule.adam)
    case .adagrad(let rule):
      add("accumulator", rule.initialAccumulator, unless: Adagrad().initialAccumulator)
      add("epsilon", rule.epsilon, unless: Adagrad().epsilon)
    case .adadelta(let rule):
      add("rho", rule.rho, unless: Adadelta().rho)
      add("epsilon", rule.epsilon, unless: Adadelta().epsilon)
    case .nadam(let rule):
      add("beta1", rule.beta1, unless: Nadam().beta1)
      add("beta2", rule.beta2, unless: Nadam().beta2)
      add("epsilon", rule.epsilon, unless: Nadam().epsilon)
    }
    return options
  }

  private static func number(_ value: Double) -> String {
    NumberText.significant(value, digits: 6)
  }
}
