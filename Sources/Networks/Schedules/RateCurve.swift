import TensorEngine

/// The table of curves that a learning rate can follow.
public enum RateCurve: Hashable, Codable, Sendable {
  /// A rate that falls like 1 / t.
  case timeDecay(TimeDecay)
  /// The same factor in equal times, gliding or in jumps.
  case exponential(ExponentialDecay)
  /// A factor at regular times.
  case step(StepDecay)
  /// Constant rates, one behind the other.
  case piecewise(PiecewiseRate)
  /// From the first rate to the last along a power of the time that is left.
  case polynomial(PolynomialDecay)
  /// Half a wave from the first rate to the last.
  case cosine(CosineDecay)
  /// Half a wave over and over.
  case cosineRestarts(CosineRestarts)
  /// A linear rise, and then another curve, whose time begins after it.
  indirect case warmup(Warmup, then: RateCurve?)

  /// The names of the curves as they are typed.
  public enum Kind: String, CaseIterable, Sendable {
    /// A ``TimeDecay``.
    case timeDecay = "time_decay"
    /// In this order an ``ExponentialDecay``, ``StepDecay``, ``PiecewiseRate``, ``PolynomialDecay``
    /// and ``CosineDecay``.
    case exponential, step, piecewise, polynomial, cosine
    /// A ``CosineRestarts``.
    case cosineRestarts = "cosine_restarts"
    /// A ``Warmup`` with what follows it.
    case warmup
  }

  /// Which of the table it is.
  public var kind: Kind {
    switch self {
    case .timeDecay: .timeDecay
    case .exponential: .exponential
    case .step: .step
    case .piecewise: .piecewise
    case .polynomial: .polynomial
    case .cosine: .cosine
    case .cosineRestarts: .cosineRestarts
    case .warmup: .warmup
    }
  }

  /// Whether the curve is made of rates instead of parts of a rate.
  public var hasOwnRates: Bool {
    switch self {
    case .piecewise: true
    case .warmup(_, let then): then?.hasOwnRates ?? false
    default: false
    }
  }

  /// The value after a time of 0 or more, from a first rate.
  func rate(after time: Double, from rate: Double) -> Double {
    switch self {
    case .timeDecay(let curve): curve.rate(after: time, from: rate)
    case .exponential(let curve): curve.rate(after: time, from: rate)
    case .step(let curve): curve.rate(after: time, from: rate)
    case .piecewise(let curve): curve.rate(after: time)
    case .polynomial(let curve): curve.rate(after: time, from: rate)
    case .cosine(let curve): curve.rate(after: time, from: rate)
    case .cosineRestarts(let curve): curve.rate(after: time, from: rate)
    case .warmup(let warmup, let then):
      if time < warmup.over {
        warmup.rate(after: time, to: then?.rate(after: 0, from: rate) ?? rate)
      } else {
        then?.rate(after: time - warmup.over, from: rate) ?? rate
      }
    }
  }

  func validate() throws(EngineError) {
    switch self {
    case .timeDecay(let curve): try curve.validate()
    case .exponential(let curve): try curve.validate()
    case .step(let curve): try curve.validate()
    case .piecewise(let curve): try curve.validate()
    case .polynomial(let curve): try curve.validate()
    case .cosine(let curve): try curve.validate()
    case .cosineRestarts(let curve): try curve.validate()
    case .warmup(let warmup, let then):
      try warmup.validate()
      try then?.validate()
    }
  }
}
