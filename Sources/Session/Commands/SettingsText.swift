import Charts
import Networks

/// The settings of a training as they would be typed.
enum SettingsText {
  /// "epochs=100", "batch=32", "optimizer=adam", "rate=0.02", and what else is not as usual.
  static func options(of settings: TrainingSettings) -> [String] {
    var options = [
      "epochs=\(settings.epochs)", "batch=\(settings.batchSize.map { String($0) } ?? "all")",
      "optimizer=\(settings.optimizer.kind.rawValue)",
      "rate=\(number(settings.optimizer.learningRate))",
    ]
    switch settings.optimizer {
    case .sgd(let sgd):
      if sgd.momentum != 0 { options.append("momentum=\(number(sgd.momentum))") }
      if sgd.nesterov { options.append("nesterov=yes") }
    case .adam(let adam):
      let usual = Adam()
      if adam.beta1 != usual.beta1 { options.append("beta1=\(number(adam.beta1))") }
      if adam.beta2 != usual.beta2 { options.append("beta2=\(number(adam.beta2))") }
      if adam.epsilon != usual.epsilon { options.append("epsilon=\(number(adam.epsilon))") }
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
    if let rule = settings.earlyStopping { options.append("stop=early(patience=\(rule.patience))") }
    if let steps = settings.maximumSteps { options.append("steps=\(steps)") }
    return options
  }

  private static func number(_ value: Double) -> String {
    NumberText.significant(value, digits: 6)
  }
}
