import TensorEngine

/// What a learning rate range test does: the rate grows by one factor with every step, from far too
/// small to far too large, and the loss tells which rates work.
///
/// Source: Smith, "Cyclical Learning Rates for Training Neural Networks", 2017, section 3.3; the
/// form of the smoothing as in fastai's learning rate finder, with 0.9 for its 0.98.
package struct RateRange: Hashable, Sendable {
  /// How much of the mean so far stays when a loss is added to it.
  package static let smoothing = 0.9
  /// The test ends where the smoothed loss is so many times the lowest one.
  package static let stopFactor = 4.0

  /// The rate of the first step, more than 0.
  package var lowest: Double
  /// The rate of the last step, more than that of the first.
  package var highest: Double
  /// How many steps are taken at the most, 2 or more.
  package var steps: Int

  /// A test from one rate to another; whether they are in range is asked when it runs.
  package init(lowest: Double = 1e-5, highest: Double = 100, steps: Int = 200) {
    self.lowest = lowest
    self.highest = highest
    self.steps = steps
  }

  /// How many of the first steps only show what the loss is before it moves: a tenth, and at least
  /// 5 where there are 10. The smoothed loss is the mean of too few there to be judged.
  package var beginning: Int { max(1, steps / 10, min(5, steps / 2)) }

  /// The rate of a step, from 0: lowest · (highest / lowest)^(step / (steps - 1)).
  package func rate(ofStep step: Int) -> Double {
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
