public import TensorEngine

/// Ends a training when it is good enough: after the first epoch that keeps all bounds.
public struct StoppingTarget: Hashable, Codable, Sendable {
  /// What one quantity has to come to.
  public struct Bound: Hashable, Codable, Sendable {
    /// The quantity that is bounded.
    public var monitor: Monitor
    /// The most that a loss may be, the least that an accuracy must be, from 0 to 1.
    public var value: Double

    /// A bound on a quantity, above for a loss and below for an accuracy.
    public init(_ monitor: Monitor, _ value: Double) {
      self.monitor = monitor
      self.value = value
    }

    /// Whether an epoch keeps it: `value <= bound` of a loss, `value >= bound` of an accuracy.
    func holds(for record: EpochRecord) -> Bool {
      guard let value = monitor.value(of: record) else { return false }
      return monitor.isBetterWhenLess ? value <= self.value : value >= self.value
    }
  }

  /// At least one; all of them must hold after the same epoch.
  public var bounds: [Bound]

  /// Makes a target; its bounds are checked by ``validate()``.
  public init(_ bounds: [Bound]) {
    self.bounds = bounds
  }

  /// Whether an epoch keeps all bounds.
  public func isReached(by record: EpochRecord) -> Bool {
    bounds.allSatisfy { $0.holds(for: record) }
  }

  /// `target(validation_accuracy=0.9)`.
  var settingValue: SettingValue {
    .call("target", [], bounds.map { WrittenSetting($0.monitor.rawValue, .number($0.value)) })
  }

  /// Checks that there is a bound, and each bound.
  ///
  /// - Throws: `outOfRange` for a bound that no training can come to, `misfit` without bounds.
  public func validate() throws(EngineError) {
    guard !bounds.isEmpty else {
      throw .misfit(what: "target", .empty)
    }
    for bound in bounds {
      if bound.monitor.needsAccuracy {
        guard bound.value >= 0, bound.value <= 1 else {
          throw .outOfRange(
            what: bound.monitor.rawValue, valid: "from 0 to 1", actual: bound.value)
        }
      } else {
        try SettingCheck.notNegative(bound.value, bound.monitor.rawValue)
      }
    }
  }
}
