import TensorEngine

/// What a learning rate range test does: the rate grows by one factor with every step, from far too
/// small to far too large, and the loss tells which rates work.
///
/// Source: Smith, "Cyclical Learning Rates for Training Neural Networks", 2017, section 3.3; the
/// smoothing and the end as in fastai's learning rate finder.
public struct RateRange: Hashable, Sendable {
  /// How much of the mean so far stays when a loss is added to it.
  public static let smoothing = 0.9
  /// The test ends where the smoothed loss is so many times the lowest one.
  public static let stopFactor = 4.0

  /// The rate of the first step, more than 0.
  public var lowest: Double
  /// The rate of the last step, more than that of the first.
  public var highest: Double
  /// How many steps are taken at the most, 2 or more.
  public var steps: Int

  public init(lowest: Double = 1e-5, highest: Double = 100, steps: Int = 200) {
    self.lowest = lowest
    self.highest = highest
    self.steps = steps
  }

  /// The rate of a step, from 0: lowest · (highest / lowest)^(step / (steps - 1)).
  public func rate(ofStep step: Int) -> Double {
    let part = Double(step) / Double(max(1, steps - 1))
    return lowest * ElementaryMath.power(highest / lowest, part)
  }

  /// - Throws: `outOfRange` for the first setting outside its range.
  func validate() throws(EngineError) {
    try SettingCheck.positive(lowest, "low")
    try SettingCheck.positive(highest - lowest, "high")
    try SettingCheck.atLeast(2, steps, "steps")
  }
}
