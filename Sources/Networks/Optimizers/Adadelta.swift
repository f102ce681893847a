public import TensorEngine

/// Steps in the units of the weights: the root of the mean squared step over the root of the mean
/// squared gradient.
///
/// With rate η, gradient g and the running means a of g² and d of s² (0 at first), Keras's form:
///
///     a ← ρ·a + (1 - ρ)·g²
///     s = √(d + ε) / √(a + ε) · g
///     d ← ρ·d + (1 - ρ)·s²
///     w ← w - η·s
///
/// The paper has no rate, so its rate is 1. Keras's default of 0.001 makes very small steps.
///
/// Source: Zeiler, 2012, algorithm 1.
public struct Adadelta: UpdateRule {
  /// What the step is multiplied by, per step; greater than 0.
  public var learningRate: Double
  /// How much of the running means is kept, ρ, from 0 to less than 1.
  public var rho: Double
  /// Makes the first steps; greater than 0.
  public var epsilon: Double

  /// Makes an optimizer; the defaults are Keras's, and ``validate()`` checks the settings.
  public init(learningRate: Double = 0.001, rho: Double = 0.95, epsilon: Double = 1e-7) {
    self.learningRate = learningRate
    self.rho = rho
    self.epsilon = epsilon
  }

  /// The settings that Keras begins with.
  public static let usual = Adadelta()
  /// Its settings besides the rate, each declared once.
  public static let settings: [Setting<Adadelta>] = [.rho(\.rho), .epsilon(\.epsilon)]

  /// "mean square", the a of the formula, and "mean square of steps", its d.
  public var slotNames: [String] { ["mean square", "mean square of steps"] }

  /// Checks the settings.
  ///
  /// - Throws: `outOfRange` for a rate or ε that is not above 0, or a ρ outside [0, 1).
  public func validate() throws(EngineError) {
    try SettingCheck.positive(learningRate, "rate")
    try SettingCheck.fraction(rho, "rho")
    try SettingCheck.positive(epsilon, "epsilon")
  }
}
