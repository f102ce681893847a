import TensorEngine

/// Adaptive moment estimation: each weight has its own step size.
///
/// With rate η, gradient g, first moment m and second moment v (0 at first) and step t from 1,
/// Keras's form, in which ε is added before the correction of the moments:
///
///     m ← m + (1 - β₁)(g - m)
///     v ← v + (1 - β₂)(g² - v)
///     w ← w - η · √(1 - β₂ᵗ) / (1 - β₁ᵗ) · m / (√v + ε)
///
/// AMSGrad puts the greatest v so far in the place of v, so that no step size grows again.
///
/// Source: Kingma and Ba, 2015, section 2, the efficient order of computation; Reddi, Kale and
/// Kumar, 2018, algorithm 2.
public struct Adam: UpdateRule {
  /// The step size η, per step; greater than 0.
  public var learningRate: Double
  /// How much of the first moment is kept, from 0 to less than 1.
  public var beta1: Double
  /// How much of the second moment is kept, from 0 to less than 1.
  public var beta2: Double
  /// Keeps the division finite; greater than 0.
  public var epsilon: Double
  /// Whether the greatest second moment so far is what divides.
  public var amsgrad: Bool

  /// Makes an optimizer; the defaults are Keras's, and ``validate()`` checks the settings.
  public init(
    learningRate: Double = 0.001, beta1: Double = 0.9, beta2: Double = 0.999,
    epsilon: Double = 1e-7, amsgrad: Bool = false
  ) {
    self.learningRate = learningRate
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
    self.amsgrad = amsgrad
  }

  /// The settings that Keras begins with.
  public static let usual = Adam()
  /// Its settings besides the rate, each declared once.
  public static let settings: [Setting<Adam>] = [
    .beta1(\.beta1), .beta2(\.beta2), .epsilon(\.epsilon), .amsgrad(\.amsgrad),
  ]

  /// "first moment" and "second moment", the m and v of the formula, and with AMSGrad "greatest
  /// second moment".
  public var slotNames: [String] {
    ["first moment", "second moment"] + (amsgrad ? ["greatest second moment"] : [])
  }

  /// The formula above, with its numbers.
  public var formula: [FormulaLine] {
    let greatest: [FormulaLine] = amsgrad ? ["top := max(top, v)"] : []
    let spread = amsgrad ? "top" : "v"
    let correction: FormulaLine = "sqrt(1 - \(beta2)^t) / (1 - \(beta1)^t)"
    return [.mean("m", keeping: beta1, of: "g"), .mean("v", keeping: beta2, of: "g^2")] + greatest
      + ["w := w - \(.rate) * \(correction) * m / (sqrt(\(spread)) + \(epsilon))"]
  }
}

/// One step of ``Adam``, and of what shares its moments.
struct AdamUpdate: UpdateStep {
  private let step: AdamStep
  private let isAMSGrad: Bool

  @inline(__always)
  init(_ rule: Adam, at moment: UpdateMoment) {
    step = AdamStep(
      learningRate: moment.rate, beta1: rule.beta1, beta2: rule.beta2, epsilon: rule.epsilon,
      number: moment.number, weightDecay: moment.weightDecay)
    isAMSGrad = rule.amsgrad
  }

  @inline(__always)
  func apply(to slices: UpdateSlices, _ kernels: Kernels) {
    kernels.adam(
      slices.weights, mean: slices.first, variance: slices.second,
      greatest: isAMSGrad ? slices.third : nil, gradient: slices.gradient, step)
  }
}
