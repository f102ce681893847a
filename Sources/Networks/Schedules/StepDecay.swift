import TensorEngine

/// A rate that drops by a factor at regular times:
///
///     rate(t) = r₀ · factor^⌊t / every⌋
///
/// Source: PyTorch's StepLR; Keras's ExponentialDecay as a staircase.
public struct StepDecay: RateFormula {
  /// The factor; greater than 0.
  public var factor: Double
  /// The time between two drops; greater than 0.
  public var every: Double

  /// Makes a curve with drops after a time in epochs or steps, by ``Schedule/unit``;
  /// ``Schedule/validate()`` checks its settings.
  public init(factor: Double = 0.5, every: Double) {
    self.factor = factor
    self.every = every
  }

  /// What its options begin with.
  public static let usual = StepDecay(every: 1)
  /// The formula above.
  public static let meaning = "rate * factor^floor(t / every)"
  /// Its settings, each declared once, in the order in which they are typed.
  public static let settings: [Setting<StepDecay>] = [
    Setting("factor", .number(\.factor, .positive), isAlwaysShown: true),
    Setting("every", .number(\.every, .positive), example: "20", isRequired: true),
  ]

  /// The rate of the formula.
  public func rate(after time: Double, from rate: Double) -> Double {
    rate * ElementaryMath.power(factor, (time / every).rounded(.down))
  }
}
