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
