import TensorEngine

/// Steps divided by the root of the sum of all squared gradients: weights that moved much move
/// less and less.
///
/// With rate η, gradient g and sum a (0.1 at first), Keras's form:
///
///     a ← a + g²
///     w ← w - η·g / √(a + ε)
///
/// Source: Duchi, Hazan and Singer, 2011, with the diagonal alone; the start of the sum is
/// Keras's.
public struct Adagrad: UpdateRule {
  /// The step size η, per step; greater than 0.
  public var learningRate: Double
  /// What the sum of squares starts from; 0 or more.
  public var initialAccumulator: Double
  /// Keeps the division finite; greater than 0.
  public var epsilon: Double

  /// Makes an optimizer; the defaults are Keras's, and ``validate()`` checks the settings.
  public init(
    learningRate: Double = 0.001, initialAccumulator: Double = 0.1, epsilon: Double = 1e-7
  ) {
    self.learningRate = learningRate
    self.initialAccumulator = initialAccumulator
    self.epsilon = epsilon
  }

  /// The settings that Keras begins with.
  public static let usual = Adagrad()
  /// Its settings besides the rate, each declared once.
  public static let settings: [Setting<Adagrad>] = [
    Setting(
      "accumulator", .number(\.initialAccumulator, .notNegative),
      meaning: "what the sum of squares starts from"),
    .epsilon(\.epsilon),
  ]

  /// "sum of squares", the a of the formula.
  public var slotNames: [String] { ["sum of squares"] }
  /// The ``initialAccumulator`` as a 32-bit float.
  public var slotStart: Float { Float(initialAccumulator) }

  /// The formula above, with its numbers.
  public var formula: [FormulaLine] {
    [
      "a := a + g^2                    (a starts at \(initialAccumulator))",
      "w := w - \(.rate) * g / sqrt(a + \(epsilon))",
    ]
  }
}

/// One step of ``Adagrad``.
struct AdagradUpdate: UpdateStep {
  private let rate: Float
  private let epsilon: Float
  private let decay: WeightDecay

  @inline(__always)
  init(_ rule: Adagrad, at moment: UpdateMoment) {
    rate = Float(moment.rate)
    epsilon = Float(rule.epsilon)
    decay = moment.decay
  }

  @inline(__always)
  func apply(to slices: UpdateSlices, _ kernels: Kernels) {
    kernels.adagrad(
      slices.weights, accumulator: slices.first, gradient: slices.gradient, rate: rate,
      epsilon: epsilon, decay: decay)
  }
}
