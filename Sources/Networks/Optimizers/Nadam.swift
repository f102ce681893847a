import TensorEngine

/// Adam with Nesterov's look ahead, and a momentum that grows slowly to β₁.
///
/// With the moments m and v as in ``Adam``, step t from 1 and Keras's momenta:
///
///     uₜ = β₁ (1 - 0.96ᵗ / 2),  Uₜ = u₁ · u₂ · … · uₜ
///     h = uₜ₊₁ · m / (1 - Uₜ · uₜ₊₁) + (1 - uₜ) · g / (1 - Uₜ)
///     w ← w - η · h / (√(v / (1 - β₂ᵗ)) + ε)
///
/// Source: Dozat, 2016, algorithm 2.
public struct Nadam: UpdateRule {
  /// The step size η, per step; greater than 0.
  public var learningRate: Double
  /// How much of the first moment is kept, from 0 to less than 1.
  public var beta1: Double
  /// How much of the second moment is kept, from 0 to less than 1.
  public var beta2: Double
  /// Keeps the division finite; greater than 0.
  public var epsilon: Double

  /// Makes an optimizer; the defaults are Keras's, and ``validate()`` checks the settings.
  public init(
    learningRate: Double = 0.001, beta1: Double = 0.9, beta2: Double = 0.999,
    epsilon: Double = 1e-7
  ) {
    self.learningRate = learningRate
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
  }

  /// The settings that Keras begins with.
  public static let usual = Nadam()
  /// Its settings besides the rate, each declared once.
  public static let settings: [Setting<Nadam>] = [
    .beta1(\.beta1), .beta2(\.beta2), .epsilon(\.epsilon),
  ]

  /// "first moment" and "second moment", the m and v of the formula.
  public var slotNames: [String] { ["first moment", "second moment"] }

  /// The formula above, with its numbers.
  public var formula: [FormulaLine] {
    [
      .mean("m", keeping: beta1, of: "g"), .mean("v", keeping: beta2, of: "g^2"),
      "u(t) = \(beta1) * (1 - 0.96^t / 2),  U(t) = u(1) * … * u(t)",
      "h = u(t+1) * m / (1 - U(t+1)) + (1 - u(t)) * g / (1 - U(t))",
      "w := w - \(.rate) * h / (sqrt(v / (1 - \(beta2)^t)) + \(epsilon))",
    ]
  }
}

/// One step of ``Nadam``.
struct NadamUpdate: UpdateStep {
  private let step: NadamStep

  @inline(__always)
  init(_ rule: Nadam, at moment: UpdateMoment) {
    step = NadamStep(
      learningRate: moment.rate, beta1: rule.beta1, beta2: rule.beta2, epsilon: rule.epsilon,
      number: moment.number, weightDecay: moment.weightDecay)
  }

  @inline(__always)
  func apply(to slices: UpdateSlices, _ kernels: Kernels) {
    kernels.nadam(
      slices.weights, mean: slices.first, variance: slices.second, gradient: slices.gradient, step)
  }
}
