import TensorEngine

/// A rate that goes from its first value to its last one along a power of the time that is left,
/// and stays there; with power 1 a straight line:
///
///     rate(t) = (r₀ - end) · (1 - min(t, over) / over)^power + end
///
/// Source: Keras's PolynomialDecay without cycles.
public struct PolynomialDecay: RateFormula {
  /// The last rate; 0 or more.
  public var end: Double
  /// The power; greater than 0.
  public var power: Double
  /// The time after which the last rate is reached; greater than 0.
  public var over: Double

  /// Makes a curve over a time in epochs or steps, by ``Schedule/unit``; ``Schedule/validate()``
  /// checks its settings.
  public init(end: Double = 0.0001, power: Double = 1, over: Double) {
    self.end = end
    self.power = power
    self.over = over
  }

  /// What its options begin with.
  public static let usual = PolynomialDecay(over: 1)
  /// The formula above, and what follows it.
  public static let meaning = "(rate - end) * (1 - t / over)^power + end, then end"
  /// Its settings, each declared once, in the order in which they are typed.
  public static let settings: [Setting<PolynomialDecay>] = [
    Setting("over", .number(\.over, .positive), example: "60", isRequired: true),
    Setting("end", .number(\.end, .notNegative), isAlwaysShown: true),
    Setting("power", .number(\.power, .positive), isAlwaysShown: true),
  ]

  /// The rate of the formula.
  public func rate(after time: Double, from rate: Double) -> Double {
    let rest = 1 - min(time, over) / over
    return (rate - end) * ElementaryMath.power(rest, power) + end
  }
}
