/// Follows the monitored value of one training run, epoch by epoch, as Keras's callback does.
struct StoppingWatch: Hashable, Codable, Sendable {
  /// What an epoch means for the run.
  struct Verdict: Equatable {
    /// The parameters are the best so far.
    var isBest: Bool
    var stops: Bool
  }

  /// The best value so far; nil before the first epoch that is watched.
  private(set) var best: Double?
  private(set) var epochsSeen = 0
  /// The epochs in a row that were not better.
  private(set) var wait = 0

  /// Takes the value after the run's next epoch.
  mutating func take(_ value: Double, under rule: EarlyStopping) -> Verdict {
    let epoch = epochsSeen
    epochsSeen += 1
    guard epoch >= rule.startAfter else { return Verdict(isBest: false, stops: false) }
    wait += 1
    guard improves(value, on: best, under: rule) else {
      return Verdict(isBest: false, stops: wait >= rule.patience)
    }
    best = value
    if improves(value, on: rule.baseline, under: rule) { wait = 0 }
    return Verdict(isBest: true, stops: false)
  }

  private func improves(
    _ value: Double, on other: Double?, under rule: EarlyStopping
  ) -> Bool {
    guard let other else { return true }
    return rule.monitor.isBetter(value, than: other, by: rule.minDelta)
  }
}
