/// Follows the monitored value of one training run, epoch by epoch, as Keras's callback does.
struct StoppingWatch {
  /// What an epoch means for the run.
  struct Verdict: Equatable {
    /// The parameters are the best so far.
    var isBest: Bool
    var stops: Bool
  }

  private let rule: EarlyStopping
  private var best: Double?
  private var epochsSeen = 0
  private(set) var wait = 0

  init(_ rule: EarlyStopping) {
    self.rule = rule
  }

  /// Takes the value after the run's next epoch.
  mutating func take(_ value: Double) -> Verdict {
    let epoch = epochsSeen
    epochsSeen += 1
    guard epoch >= rule.startAfter else { return Verdict(isBest: false, stops: false) }
    guard let best else {
      self.best = value
      return Verdict(isBest: true, stops: false)
    }
    if improves(value, on: best) {
      self.best = value
      wait = 0
      return Verdict(isBest: true, stops: false)
    }
    wait += 1
    return Verdict(isBest: false, stops: wait >= rule.patience)
  }

  private func improves(_ value: Double, on best: Double) -> Bool {
    rule.monitor.isBetterWhenLess ? value + rule.minDelta < best : value - rule.minDelta > best
  }
}
