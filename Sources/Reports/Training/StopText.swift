package import Charts
package import Networks

/// What ends a training, in words.
package enum StopText {
  /// Which target was reached, and by what.
  package static func reached(_ settings: TrainingSettings, by record: EpochRecord) -> String {
    let target = settings.targets.first { $0.isReached(by: record) }
    let bounds = (target?.bounds ?? []).map { bound -> String in
      let sign = bound.monitor.isBetterWhenLess ? "<=" : ">="
      let value = bound.monitor.value(of: record) ?? bound.value
      return "\(name(bound.monitor)) \(text(value, of: bound.monitor)) \(sign) "
        + text(bound.value, of: bound.monitor)
    }
    return "target reached at epoch \(record.epoch): \(bounds.joined(separator: ", "))"
  }

  /// A line for each target that a training did not come to.
  ///
  /// - Parameter records: All epochs of the run.
  package static func missed(_ settings: TrainingSettings, _ records: [EpochRecord]) -> [[Fact]] {
    guard !records.isEmpty else { return [] }
    return settings.targets.map { target in
      let bounds = target.bounds.map { bound -> String in
        var text = "\(name(bound.monitor)) \(text(bound.value, of: bound.monitor))"
        if let best = best(of: bound.monitor, in: records) {
          text +=
            " (best \(self.text(best.value, of: bound.monitor)), epoch \(best.record.epoch))"
        }
        return text
      }
      return [
        Fact(
          "target_reached", .flag(false),
          text: "target not reached: \(bounds.joined(separator: ", "))")
      ]
    }
  }

  /// "stopped early at epoch 12", and whether the baseline was beaten.
  static func stoppedEarly(
    _ rule: EarlyStopping?, epoch: Int, _ records: [EpochRecord]
  ) -> String {
    let text = "stopped early at epoch \(epoch)"
    guard let rule, let baseline = rule.baseline else { return text }
    let isBeaten = records.dropFirst(rule.startAfter).contains { record in
      guard let value = rule.monitor.value(of: record) else { return false }
      return rule.monitor.isBetter(value, than: baseline, by: rule.minDelta)
    }
    guard !isBeaten else { return text }
    return text
      + ": \(name(rule.monitor)) did not get \(rule.monitor.isBetterWhenLess ? "below" : "above")"
      + " the baseline \(self.text(baseline, of: rule.monitor))"
  }

  /// The best value of a quantity, and the first epoch that has it.
  package static func best(
    of monitor: Monitor, in records: [EpochRecord]
  ) -> (value: Double, record: EpochRecord)? {
    var best: (value: Double, record: EpochRecord)?
    for record in records {
      guard let value = monitor.value(of: record) else { continue }
      if let best, !monitor.isBetter(value, than: best.value) { continue }
      best = (value, record)
    }
    return best
  }

  /// "validation loss".
  package static func name(_ monitor: Monitor) -> String {
    monitor.rawValue.replacing("_", with: " ")
  }

  /// "0.2310", "91.3%".
  package static func text(_ value: Double, of monitor: Monitor) -> String {
    monitor.needsAccuracy
      ? NumberText.percent(value, places: 1) : NumberText.significant(value, digits: 4)
  }
}
