/// The table of curves that a learning rate can follow. A new one is one file with its settings and
/// its formula, and its cases in this file, which the compiler asks for.
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

    /// The curve of this kind that options begin with; nothing follows a warm-up.
    public var curve: RateCurve {
      switch self {
      case .timeDecay: .timeDecay(.usual)
      case .exponential: .exponential(.usual)
      case .step: .step(.usual)
      case .piecewise: .piecewise(.usual)
      case .polynomial: .polynomial(.usual)
      case .cosine: .cosine(.usual)
      case .cosineRestarts: .cosineRestarts(.usual)
      case .warmup: .warmup(.usual, then: nil)
      }
    }
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

  /// The settings with their formula, whatever the kind; those of a warm-up without what follows.
  public var formula: any RateFormula {
    switch self {
    case .timeDecay(let formula): formula
    case .exponential(let formula): formula
    case .step(let formula): formula
    case .piecewise(let formula): formula
    case .polynomial(let formula): formula
    case .cosine(let formula): formula
    case .cosineRestarts(let formula): formula
    case .warmup(let formula, _): formula
    }
  }

  /// Changes the settings, whatever the kind; a formula of another kind is not to take their place.
  ///
  /// - Throws: What the change throws; the settings are as before then.
  public mutating func change<Failure>(
    _ body: (inout any RateFormula) throws(Failure) -> Void
  ) throws(Failure) {
    switch self {
    case .timeDecay(let formula): self = .timeDecay(try Self.changed(formula, body))
    case .exponential(let formula): self = .exponential(try Self.changed(formula, body))
    case .step(let formula): self = .step(try Self.changed(formula, body))
    case .piecewise(let formula): self = .piecewise(try Self.changed(formula, body))
    case .polynomial(let formula): self = .polynomial(try Self.changed(formula, body))
    case .cosine(let formula): self = .cosine(try Self.changed(formula, body))
    case .cosineRestarts(let formula): self = .cosineRestarts(try Self.changed(formula, body))
    case .warmup(let formula, let then): self = .warmup(try Self.changed(formula, body), then: then)
    }
  }

  private static func changed<Formula: RateFormula, Failure>(
    _ formula: Formula, _ body: (inout any RateFormula) throws(Failure) -> Void
  ) throws(Failure) -> Formula {
    var next: any RateFormula = formula
    try body(&next)
    guard let next = next as? Formula else { preconditionFailure("the kind of a curve stays") }
    return next
  }
}
