import TensorEngine

/// Half a wave over and over, each time from the top: warm restarts. The weights are kept; it is
/// the rate that starts again.
///
/// The periods are first, first · t_mul, first · t_mul², …; after i restarts, with a period that
/// began at time b and lasts p,
///
///     rate(t) = r₀ · ((1 - alpha) · m_mulⁱ · (1 + cos(π · (t - b) / p)) / 2 + alpha)
///
/// Source: Loshchilov and Hutter, "SGDR: Stochastic Gradient Descent with Warm Restarts", 2017;
/// Keras's CosineDecayRestarts.
public struct CosineRestarts: RateFormula {
  /// The first period; greater than 0.
  public var first: Double
  /// How much longer each period is than the one before; 1 or more.
  public var timeFactor: Double
  /// How much higher each start is than the one before; greater than 0, usually 1 or less.
  public var heightFactor: Double
  /// The lowest rate as a share of the first; 0 or more.
  public var alpha: Double

  /// Makes a curve with a first period in epochs or steps, by ``Schedule/unit``;
  /// ``Schedule/validate()`` checks its settings.
  public init(
    first: Double, timeFactor: Double = 2, heightFactor: Double = 1, alpha: Double = 0
  ) {
    self.first = first
    self.timeFactor = timeFactor
    self.heightFactor = heightFactor
    self.alpha = alpha
  }

  /// What its options begin with.
  public static let usual = CosineRestarts(first: 1)
  /// The formula above, in words.
  public static let meaning = "half waves of first, first * t_mul … epochs, each from the top"
  /// Its settings, each declared once, in the order in which they are typed.
  public static let settings: [Setting<CosineRestarts>] = [
    Setting("first", .number(\.first, .positive), example: "10", isRequired: true),
    Setting("t_mul", .number(\.timeFactor, .atLeastOne), isAlwaysShown: true),
    Setting("m_mul", .number(\.heightFactor, .positive)),
    Setting("alpha", .number(\.alpha, .notNegative)),
  ]

  /// The rate of the formula.
  public func rate(after time: Double, from rate: Double) -> Double {
    let (restarts, gone) = position(of: time)
    let height = Self.wholePower(heightFactor, restarts)
    return rate * CosineDecay.share(gone, height: height, alpha: alpha)
  }

  /// The restarts that lie behind a time, and the share of the current period that is gone.
  func position(of time: Double) -> (restarts: Int, gone: Double) {
    let periods = min(time / first, 1e15)
    if timeFactor == 1 {
      let restarts = periods.rounded(.down)
      return (Int(restarts), periods - restarts)
    }
    let estimate =
      ElementaryMath.log(1 + periods * (timeFactor - 1)) / ElementaryMath.log(timeFactor)
    var restarts = estimate.isFinite ? Int(min(max(0, estimate), 1e15)) : 0
    // The estimate is off by one where a logarithm was rounded; the sums are not.
    if beginning(of: restarts + 1) <= periods { restarts += 1 }
    if restarts > 0, beginning(of: restarts) > periods { restarts -= 1 }
    let gone = (periods - beginning(of: restarts)) / Self.wholePower(timeFactor, restarts)
    return (restarts, min(max(0, gone), 1))
  }

  /// When a period begins, in first periods: 1 + t_mul + … + t_mul^(restarts - 1).
  private func beginning(of restarts: Int) -> Double {
    (Self.wholePower(timeFactor, restarts) - 1) / (timeFactor - 1)
  }

  /// A power by squaring: exact where the result is a whole number below 2⁵³.
  private static func wholePower(_ base: Double, _ exponent: Int) -> Double {
    var (result, square, rest) = (1.0, base, exponent)
    while rest > 0 {
      if rest & 1 == 1 { result *= square }
      square *= square
      rest >>= 1
    }
    return result
  }
}
