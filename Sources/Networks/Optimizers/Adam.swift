public import TensorEngine

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

  /// Checks the settings.
  ///
  /// - Throws: `outOfRange` for a rate or ε that is not above 0, or a β outside [0, 1).
  public func validate() throws(EngineError) {
    try SettingCheck.positive(learningRate, "rate")
    try SettingCheck.fraction(beta1, "beta1")
    try SettingCheck.fraction(beta2, "beta2")
    try SettingCheck.positive(epsilon, "epsilon")
  }
}
