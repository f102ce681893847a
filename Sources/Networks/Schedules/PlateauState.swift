import TensorEngine

/// How far a rule that waits for a plateau has come: a value that the network keeps, so that
/// another training goes on from it.
public struct PlateauState: Hashable, Codable, Sendable {
  /// The rule that it belongs to.
  public internal(set) var rule: Plateau
  /// The rate that the training began with.
  public internal(set) var initialRate: Double
  /// The rate of the next epoch.
  public internal(set) var rate: Double
  /// The best value so far; nil before the first epoch.
  public internal(set) var best: Double?
  /// The epochs in a row that were not better.
  public internal(set) var wait = 0
  /// The epochs in which nothing is counted yet.
  public internal(set) var cooldown = 0

  /// The state before the first epoch.
  public init(_ rule: Plateau, rate: Double) {
    self.rule = rule
    initialRate = rate
    self.rate = rate
  }

  /// - Throws: `outOfRange` for what no training can have left.
  func validate() throws(EngineError) {
    try rule.validate()
    try SettingCheck.positive(initialRate, "rate")
    try SettingCheck.notNegative(rate, "rate")
    try SettingCheck.count(wait, "wait", in: 0...Self.longestWait)
    try SettingCheck.count(cooldown, "cooldown", in: 0...Self.longestWait)
  }

  private static let longestWait = 1 << 40

  /// Whether a training with a rule and a rate goes on from here.
  func continues(with rule: Plateau, rate: Double) -> Bool {
    self.rule == rule && initialRate == rate
  }

  /// Takes the value after the next epoch.
  mutating func take(_ value: Double) {
    if cooldown > 0 {
      cooldown -= 1
      wait = 0
    }
    if isBetter(value) {
      best = value
      wait = 0
    } else if cooldown == 0 {
      wait += 1
      if wait >= rule.patience, rate > rule.least { reduce() }
    }
  }

  private func isBetter(_ value: Double) -> Bool {
    guard let best else { return true }
    return rule.monitor.isBetterWhenLess
      ? value < best - rule.minDelta : value > best + rule.minDelta
  }

  private mutating func reduce() {
    rate = max(rate * rule.factor, rule.least)
    cooldown = rule.cooldown
    wait = 0
  }
}
