package import Charts
package import Networks
import Workbench

/// The last training of a network: its steps, its settings, and the rule of its steps in numbers.
package enum TrainingTable {
  /// The last training of a network: its steps, its settings and the rule of a step.
  package static func document(of settings: TrainingSettings, _ network: Network, examples: Int?)
    -> Document
  {
    let training = network.training
    var facts = [
      Fact(
        "epochs", .count(training.epochs),
        text: "trained for \(Wording.count(training.epochs, "epoch"))"),
      Fact("steps", .count(training.steps), text: Wording.count(training.steps, "step")),
    ]
    if let examples { facts += batches(of: settings, examples: examples) }
    let rows = settings.written.map { setting -> [Table.Cell] in
      [.text(setting.name), .text(SettingsText.text(of: setting.value))]
    }
    return Document([
      .facts(facts),
      .table(Table(columns: [.init("option"), .init("value")], rows: rows)),
      .verbatim(UpdateText.lines(of: settings).map { "  \($0)" }.joined(separator: "\n")),
    ])
  }

  /// "240 examples in batches of 32: 8 steps an epoch, the last of 16"
  private static func batches(of settings: TrainingSettings, examples: Int) -> [Fact] {
    let size = max(1, min(settings.batchSize ?? examples, examples))
    let count = (examples + size - 1) / size
    let rest = examples - (count - 1) * size
    let last = rest == size ? "" : ", the last of \(NumberText.count(rest))"
    return [
      Fact(
        "steps_per_epoch", .count(count),
        text: "\(NumberText.count(examples)) examples in batches of \(NumberText.count(size)): "
          + "\(Wording.count(count, "step")) an epoch\(last)")
    ]
  }
}

/// The rule of an optimizer's step with its numbers filled in; g is the gradient of a weight w.
enum UpdateText {
  static func lines(of settings: TrainingSettings) -> [String] {
    let rate = settings.rateControl == nil ? number(settings.optimizer.learningRate) : "rate"
    var lines: [String] = []
    if let clipping = settings.clipping { lines.append(text(clipping)) }
    if settings.decay != 0 { lines.append("w := w - \(rate) * \(number(settings.decay)) * w") }
    return lines + settings.optimizer.rule.formula.map { text($0, rate) }
  }

  private static func text(_ line: FormulaLine, _ rate: String) -> String {
    line.parts.map { part in
      switch part {
      case .text(let text): text
      case .number(let value): number(value)
      case .rate: rate
      }
    }.joined()
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
