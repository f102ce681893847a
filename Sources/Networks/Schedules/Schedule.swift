public import TensorEngine

/// A learning rate that changes while a network is trained: a curve over time, the rate it starts
/// from, and what the time is counted in.
///
/// Time counts over the network's life: the first epoch has 0 epochs behind it, and so has the
/// first step 0 steps. A training that goes on where another one ended goes on with the curve too,
/// as with Keras's `initial_epoch`; two runs of 50 epochs are one run of 100.
///
/// - Note: Every value is finite and 0 or more, for all settings that ``validate()`` accepts.
public struct Schedule: Hashable, Codable, Sendable {
  /// What time is counted in.
  public enum Unit: String, CaseIterable, Codable, Sendable {
    /// The rate is the same for all steps of an epoch.
    case epoch
    /// The rate changes with every step.
    case step
  }

  /// How the rate changes.
  public var curve: RateCurve
  /// The rate that the curve starts from; nil is the optimizer's. A piecewise curve has its own.
  public var initialRate: Double?
  /// What the curve's times are counted in.
  public var unit: Unit

  /// Makes a schedule; its settings are checked by ``validate()``.
  public init(_ curve: RateCurve, initialRate: Double? = nil, unit: Unit = .epoch) {
    self.curve = curve
    self.initialRate = initialRate
    self.unit = unit
  }

  /// Whether the schedule says by itself what the rates are.
  public var hasOwnRate: Bool { initialRate != nil || curve.hasOwnRates }

  /// The rate after a time.
  ///
  /// - Parameters:
  ///   - time: The epochs or steps, by the ``unit``, that lie behind; a negative time counts as 0.
  ///   - rate: The optimizer's rate, which the curve starts from where it has none of its own.
  /// - Returns: The rate, finite and 0 or more.
  public func rate(after time: Double, from rate: Double) -> Double {
    let value = curve.rate(after: max(0, time), from: initialRate ?? rate)
    return min(max(0, value), .greatestFiniteMagnitude)
  }

  /// Checks the rate and all settings of the curve.
  ///
  /// - Throws: `outOfRange` or `misfit` for the first setting outside its range.
  public func validate() throws(EngineError) {
    for setting in Self.settings { try setting.check(self) }
    try curve.validate()
  }
}
