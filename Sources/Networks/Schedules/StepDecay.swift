import TensorEngine

/// A rate that drops by a factor at regular times:
///
///     rate(t) = r₀ · factor^⌊t / every⌋
///
/// Source: PyTorch's StepLR; Keras's ExponentialDecay as a staircase.
public struct StepDecay: Configured, Hashable, Codable, Sendable {
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
  /// Its settings, each declared once, in the order in which they are typed.
  public static let settings: [Setting<StepDecay>] = [
    Setting("factor", .number(\.factor, .positive), isAlwaysShown: true),
    Setting("every", .number(\.every, .positive), isRequired: true),
  ]

  func rate(after time: Double, from rate: Double) -> Double {
    rate * ElementaryMath.power(factor, (time / every).rounded(.down))
  }

  func validate() throws(EngineError) {
    try SettingCheck.positive(factor, "factor")
    try SettingCheck.positive(every, "every")
  }
}
