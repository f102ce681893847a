package import Charts
package import Networks

/// Schedules in words.
package enum ScheduleText {
  /// "exponential(decay=0.5, every=10, rate=0.1)", as it would be typed.
  package static func typed(_ control: RateControl) -> String {
    switch control {
    case .plateau(let rule):
      var parts = ["factor=\(exact(rule.factor))", "patience=\(rule.patience)"]
      let usual = Plateau()
      if rule.minDelta != usual.minDelta { parts.append("delta=\(exact(rule.minDelta))") }
      if rule.cooldown != 0 { parts.append("cooldown=\(rule.cooldown)") }
      if rule.least != 0 { parts.append("least=\(exact(rule.least))") }
      if rule.monitor != usual.monitor { parts.append("monitor=\(rule.monitor.rawValue)") }
      return "plateau(\(parts.joined(separator: ", ")))"
    case .schedule(let schedule): return typed(schedule)
    }
  }

  /// The schedule with its rate, if it has one, and its unit, if that is the step.
  package static func typed(_ schedule: Schedule) -> String {
    var more: [String] = []
    if let rate = schedule.initialRate { more.append("rate=\(exact(rate))") }
    if schedule.unit == .step { more.append("per=step") }
    return typed(schedule.curve, more)
  }

  private static func typed(_ curve: RateCurve, _ more: [String] = []) -> String {
    let parts: [String]
    switch curve {
    case .timeDecay(let curve): parts = ["decay=\(exact(curve.decay))"]
    case .exponential(let curve):
      parts =
        ["decay=\(exact(curve.decay))", "every=\(exact(curve.every))"]
        + (curve.isStaircase ? ["staircase=yes"] : [])
    case .step(let curve): parts = ["factor=\(exact(curve.factor))", "every=\(exact(curve.every))"]
    case .piecewise(let curve):
      parts = ["boundaries=\(list(curve.boundaries))", "values=\(list(curve.values))"]
    case .polynomial(let curve):
      parts = [
        "over=\(exact(curve.over))", "end=\(exact(curve.end))", "power=\(exact(curve.power))",
      ]
    case .cosine(let curve):
      parts =
        ["over=\(exact(curve.over))"] + (curve.alpha == 0 ? [] : ["alpha=\(exact(curve.alpha))"])
    case .cosineRestarts(let curve):
      parts =
        ["first=\(exact(curve.first))", "t_mul=\(exact(curve.timeFactor))"]
        + (curve.heightFactor == 1 ? [] : ["m_mul=\(exact(curve.heightFactor))"])
        + (curve.alpha == 0 ? [] : ["alpha=\(exact(curve.alpha))"])
    case .warmup(let warmup, let then):
      parts =
        [exact(warmup.over)] + (then.map { [typed($0)] } ?? [])
        + (warmup.from == 0 ? [] : ["from=\(exact(warmup.from))"])
    }
    return "\(curve.kind.rawValue)(\((parts + more).joined(separator: ", ")))"
  }

  /// What a training says of its rates: where they began and ended, and what they follow.
  package static func facts(_ control: RateControl, _ records: [EpochRecord]) -> [Fact] {
    guard let first = records.first, let last = records.last else { return [] }
    var name: String
    switch control {
    case .schedule(let schedule):
      name = "\(schedule.curve.kind.rawValue), t in \(schedule.unit.rawValue)s"
    case .plateau: name = "plateau, " + reductions(in: records)
    }
    let from = number(first.learningRate)
    let span =
      records.count == 1
      ? "rate \(from)"
      : "rate \(from) in epoch \(first.epoch), \(number(last.learningRate)) in epoch \(last.epoch)"
    if records.allSatisfy({ $0.learningRate == 0 }) {
      name += "; with rate 0 nothing is learned (t counts the network's life)"
    }
    return [
      Fact("rate", .number(last.learningRate), text: span),
      Fact("schedule", .text(name), text: name),
    ]
  }

  private static func reductions(in records: [EpochRecord]) -> String {
    let epochs = zip(records, records.dropFirst()).filter { $1.learningRate < $0.learningRate }
      .map { String($0.0.epoch) }
    switch epochs.count {
    case 0: return "never reduced"
    case 1: return "reduced after epoch \(epochs[0])"
    case 2...6: return "reduced after epochs \(epochs.joined(separator: ", "))"
    default: return "reduced \(epochs.count) times"
    }
  }

  private static func list(_ values: [Double]) -> String {
    "[\(values.map(exact).joined(separator: ", "))]"
  }

  private static func exact(_ value: Double) -> String {
    NumberText.significant(value, digits: 6)
  }

  package static func number(_ value: Double) -> String { NumberText.significant(value, digits: 4) }
}
