/// A linear rise to a rate, before whatever follows:
///
///     rate(t) = r · (from + (1 - from) · t / over)      for t < over
///
/// With the r of the curve that follows, at that curve's beginning.
///
/// Source: Goyal and others, "Accurate, Large Minibatch SGD", 2017, section 2.2; Keras's
/// `warmup_steps` begins at 0.
public struct Warmup: RateFormula {
  /// How long the rise lasts; greater than 0.
  public var over: Double
  /// The share of the rate that it begins with, from 0 to 1.
  public var from: Double

  /// Makes a rise over a time in epochs or steps, by ``Schedule/unit``; ``Schedule/validate()``
  /// checks its settings.
  public init(over: Double, from: Double = 0) {
    self.over = over
    self.from = from
  }

  /// What its options begin with.
  public static let usual = Warmup(over: 1)
  /// The formula above, in words.
  public static let meaning = "a straight rise in 5 epochs, and then another schedule, or the rate"
  /// Its settings, each declared once, in the order in which they are typed.
  public static let settings: [Setting<Warmup>] = [
    Setting("over", .number(\.over, .positive), example: "5", isRequired: true),
    Setting("from", .number(\.from, .upToOne)),
  ]

  /// The rate of the formula on the way to a rate, and then that rate.
  public func rate(after time: Double, from rate: Double) -> Double {
    guard time < over else { return rate }
    return rate * (from + (1 - from) * time / over)
  }
}
