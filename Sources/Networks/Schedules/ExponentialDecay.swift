import TensorEngine

/// A rate that is multiplied by the same factor in equal times:
///
///     rate(t) = r₀ · decay^(t / every)         staircase: decay^⌊t / every⌋
///
/// r₀ · e^(-k t) is the same with a decay of e^(-k) every 1. A decay above 1 lets the rate grow,
/// which is how a good rate is looked for.
///
/// Source: Keras's ExponentialDecay.
public struct ExponentialDecay: RateFormula {
  /// The factor; greater than 0.
  public var decay: Double
  /// The time in which the rate is multiplied by the factor once; greater than 0.
  public var every: Double
  /// Whether the rate jumps at the end of each such time instead of gliding.
  public var isStaircase: Bool

  /// Makes a curve over times in epochs or steps, by ``Schedule/unit``; ``Schedule/validate()``
  /// checks its settings.
  public init(decay: Double, every: Double = 1, isStaircase: Bool = false) {
    self.decay = decay
    self.every = every
    self.isStaircase = isStaircase
  }

  /// What its options begin with.
  public static let usual = ExponentialDecay(decay: 1)
  /// The formula above, without its staircase.
  public static let meaning = "rate * decay^(t / every)"
  /// Its settings, each declared once, in the order in which they are typed.
  public static let settings: [Setting<ExponentialDecay>] = [
    Setting("decay", .number(\.decay, .positive), example: "0.5", isRequired: true),
    Setting("every", .number(\.every, .positive), isAlwaysShown: true),
    Setting("staircase", .flag(\.isStaircase)),
  ]

  /// The rate of the formula.
  public func rate(after time: Double, from rate: Double) -> Double {
    let times = isStaircase ? (time / every).rounded(.down) : time / every
    return rate * ElementaryMath.power(decay, times)
  }
}
