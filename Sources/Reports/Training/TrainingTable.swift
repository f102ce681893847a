import Charts
import Networks
import Workbench

/// The settings of a training as a table.
enum TrainingTable {
  /// A row for each setting that is not as usual, as it would be typed.
  static func settings(_ settings: TrainingSettings) -> Table {
    let rows = settings.written.map { setting -> [Table.Cell] in
      [.text(setting.name), .text(SettingsText.text(of: setting.value))]
    }
    return Table(columns: [.init("option"), .init("value")], rows: rows)
  }
}

/// The rule of an optimizer's step with its numbers filled in; g is the gradient of a weight w.
enum UpdateText {
  static func lines(of settings: TrainingSettings) -> [String] {
    let rate = settings.rateControl == nil ? number(settings.optimizer.learningRate) : "rate"
    var lines: [String] = []
    if let clipping = settings.clipping { lines.append(text(clipping)) }
    if settings.decay != 0 { lines.append("w := w - \(rate) * \(number(settings.decay)) * w") }
    return lines + rule(settings.optimizer, rate)
  }

  private static func rule(_ optimizer: Optimizer, _ rate: String) -> [String] {
    switch optimizer {
    case .sgd(let rule):
      guard rule.momentum != 0 else { return ["w := w - \(rate) * g"] }
      let momentum = number(rule.momentum)
      let velocity = "v := \(momentum) * v - \(rate) * g"
      return rule.nesterov
        ? [velocity, "w := w + \(momentum) * v - \(rate) * g"] : [velocity, "w := w + v"]
    case .rmsprop(let rule): return rmsprop(rule, rate)
    case .adam(let rule): return adam(rule, rate)
    case .adamw(let rule): return adam(rule.adam, rate)
    case .adagrad(let rule):
      return [
        "a := a + g^2                    (a starts at \(number(rule.initialAccumulator)))",
        "w := w - \(rate) * g / sqrt(a + \(number(rule.epsilon)))",
      ]
    case .adadelta(let rule):
      let epsilon = number(rule.epsilon)
      return [
        mean("a", rule.rho, "g^2"), "s := sqrt(d + \(epsilon)) / sqrt(a + \(epsilon)) * g",
        mean("d", rule.rho, "s^2"), "w := w - \(rate) * s",
      ]
    case .nadam(let rule):
      return [
        mean("m", rule.beta1, "g"), mean("v", rule.beta2, "g^2"),
        "u(t) = \(number(rule.beta1)) * (1 - 0.96^t / 2),  U(t) = u(1) * … * u(t)",
        "h = u(t+1) * m / (1 - U(t+1)) + (1 - u(t)) * g / (1 - U(t))",
        "w := w - \(rate) * h / (sqrt(v / (1 - \(number(rule.beta2))^t)) + "
          + "\(number(rule.epsilon)))",
      ]
    }
  }

  private static func rmsprop(_ rule: RMSprop, _ rate: String) -> [String] {
    var lines = [mean("v", rule.rho, "g^2")]
    var root = "v + \(number(rule.epsilon))"
    if rule.centered {
      lines.append(mean("a", rule.rho, "g"))
      root = "v - a^2 + \(number(rule.epsilon))"
    }
    let step = "\(rate) * g / sqrt(\(root))"
    guard rule.momentum != 0 else { return lines + ["w := w - \(step)"] }
    return lines + ["u := \(number(rule.momentum)) * u + \(step)", "w := w - u"]
  }

  private static func adam(_ rule: Adam, _ rate: String) -> [String] {
    let (beta1, beta2) = (number(rule.beta1), number(rule.beta2))
    var lines = [mean("m", rule.beta1, "g"), mean("v", rule.beta2, "g^2")]
    if rule.amsgrad { lines.append("top := max(top, v)") }
    let spread = rule.amsgrad ? "top" : "v"
    lines.append(
      "w := w - \(rate) * sqrt(1 - \(beta2)^t) / (1 - \(beta1)^t) * m / "
        + "(sqrt(\(spread)) + \(number(rule.epsilon)))")
    return lines
  }

  /// "m := 0.9 * m + 0.1 * g"
  private static func mean(_ name: String, _ kept: Double, _ value: String) -> String {
    "\(name) := \(number(kept)) * \(name) + \(number(1 - kept)) * \(value)"
  }

  private static func text(_ clipping: GradientClipping) -> String {
    let bound = number(clipping.bound)
    switch clipping {
    case .value: return "g := g within -\(bound) ... \(bound)"
    case .norm: return "g := g * \(bound) / norm(g) where norm(g) > \(bound)"
    case .globalNorm: return "g := g * \(bound) / n where n > \(bound), the norm of all gradients"
    }
  }

  private static func number(_ value: Double) -> String {
    NumberText.significant(value, digits: 6)
  }
}
