import TensorEngine

/// A rate that falls along half a wave, slowly at first and at last, and stays at its end:
///
///     rate(t) = r₀ · ((1 - alpha) · (1 + cos(π · min(t, over) / over)) / 2 + alpha)
///
/// Source: Loshchilov and Hutter, "SGDR", 2017, equation 5; Keras's CosineDecay.
public struct CosineDecay: RateFormula {
  /// The time after which the end is reached; greater than 0.
  public var over: Double
  /// The last rate as a share of the first; 0 or more.
  public var alpha: Double

  /// Makes a curve over a time in epochs or steps, by ``Schedule/unit``; ``Schedule/validate()``
  /// checks its settings.
  public init(over: Double, alpha: Double = 0) {
    self.over = over
    self.alpha = alpha
  }

  /// What its options begin with.
  public static let usual = CosineDecay(over: 1)
  /// The formula above, in words.
  public static let meaning = "half a wave from rate to alpha * rate"
  /// Its settings, each declared once, in the order in which they are typed.
  public static let settings: [Setting<CosineDecay>] = [
    Setting("over", .number(\.over, .positive), example: "60", isRequired: true),
    Setting("alpha", .number(\.alpha, .notNegative)),
  ]

  /// The rate of the formula.
  public func rate(after time: Double, from rate: Double) -> Double {
    rate * Self.share(min(time, over) / over, height: 1, alpha: alpha)
  }

  /// Half a wave from `height` to 0 over the share of its time that is gone, lifted by alpha.
  static func share(_ gone: Double, height: Double, alpha: Double) -> Double {
    let wave = 0.5 * height * (1 + ElementaryMath.cos(Double.pi * gone))
    return (1 - alpha) * wave + alpha
  }
}
