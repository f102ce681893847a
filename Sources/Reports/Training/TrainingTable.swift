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
    lines += settings.optimizer.rule.formula.map { text($0, rate) }
    if settings.isProximal, let l1 = threshold(settings) {
      lines.append("w := sign(w) * max(|w| - \(rate) * \(l1), 0)")
    }
    return lines
  }

  /// The l1 of the training that a soft threshold takes; nil where only layers may have one.
  private static func threshold(_ settings: TrainingSettings) -> String? {
    let parts =
      (settings.l1 == 0 ? [] : [number(settings.l1)])
      + (settings.lambda1 == 0 ? [] : ["\(number(settings.lambda1)) / m"])
    guard let first = parts.first else { return nil }
    return parts.count == 1 ? first : "(\(parts.joined(separator: " + ")))"
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
