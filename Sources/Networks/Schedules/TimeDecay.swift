/// The oldest schedule, a rate that falls like 1 / t:
///
///     rate(t) = r₀ / (1 + decay · t)
///
/// Keras's old `decay=` counted t in steps, though many texts say epochs: see ``Schedule/unit``.
///
/// Source: Robbins and Monro, 1951; Keras's InverseTimeDecay with decay_steps 1.
public struct TimeDecay: RateFormula {
  /// How fast the rate falls; 0 or more. After 1 / decay epochs or steps the rate is halved.
  public var decay: Double

  /// Makes a curve over epochs or steps, by ``Schedule/unit``; ``Schedule/validate()`` checks its
  /// setting.
  public init(decay: Double) {
    self.decay = decay
  }

  /// What its options begin with.
  public static let usual = TimeDecay(decay: 0)
  /// The formula above.
  public static let meaning = "rate / (1 + decay * t)"
  /// Its settings, each declared once, in the order in which they are typed.
  public static let settings: [Setting<TimeDecay>] = [
    Setting("decay", .number(\.decay, .notNegative), example: "0.0016", isRequired: true)
  ]

  /// The rate of the formula.
  public func rate(after time: Double, from rate: Double) -> Double { rate / (1 + decay * time) }
}
