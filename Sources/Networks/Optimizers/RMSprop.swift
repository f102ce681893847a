import TensorEngine

/// Steps divided by the root of a running mean of the squared gradient, one for each weight.
///
/// With rate η, gradient g, mean square v, mean a and velocity u (all 0 at first), Keras's form:
///
///     v ← ρ·v + (1 - ρ)·g²
///     a ← ρ·a + (1 - ρ)·g                    centered only
///     s = η·g / √(v + ε)                     centered: √(v - a² + ε)
///     w ← w - s
///     u ← μ·u + s,  w ← w - u                with a momentum
///
/// Centered, the difference v - a² can't be negative but by rounding, and counts as 0 then; Keras
/// takes its root as it is, and may get NaN.
///
/// Source: Hinton, "Neural Networks for Machine Learning", 2012, lecture 6e.
public struct RMSprop: UpdateRule {
  /// The step size η, per step; greater than 0.
  public var learningRate: Double
  /// How much of the mean square is kept, ρ, from 0 to less than 1.
  public var rho: Double
  /// How much of the last step is kept, μ, from 0 to less than 1.
  public var momentum: Double
  /// Keeps the division finite; greater than 0.
  public var epsilon: Double
  /// Whether the variance of the gradient takes the place of its mean square.
  public var centered: Bool

  /// Makes an optimizer; the defaults are Keras's, and ``validate()`` checks the settings.
  public init(
    learningRate: Double = 0.001, rho: Double = 0.9, momentum: Double = 0, epsilon: Double = 1e-7,
    centered: Bool = false
  ) {
    self.learningRate = learningRate
    self.rho = rho
    self.momentum = momentum
    self.epsilon = epsilon
    self.centered = centered
  }

  /// The settings that Keras begins with.
  public static let usual = RMSprop()
  /// Its settings besides the rate, each declared once.
  public static let settings: [Setting<RMSprop>] = [
    .rho(\.rho), .momentum(\.momentum),
    Setting(
      "centered", .flag(\.centered), meaning: "divides by the deviation of the gradient"),
    .epsilon(\.epsilon),
  ]

  /// "mean square", the v of the formula, centered also "mean", its a, and with a momentum
  /// "velocity", its u.
  public var slotNames: [String] {
    ["mean square"] + (centered ? ["mean"] : []) + (momentum == 0 ? [] : ["velocity"])
  }

  /// The formula above, with its numbers.
  public var formula: [FormulaLine] {
    let mean: [FormulaLine] = centered ? [.mean("a", keeping: rho, of: "g")] : []
    let variance = centered ? "v - a^2" : "v"
    let step: [FormulaLine] =
      momentum == 0
      ? ["w := w - \(.rate) * g / sqrt(\(variance) + \(epsilon))"]
      : ["u := \(momentum) * u + \(.rate) * g / sqrt(\(variance) + \(epsilon))", "w := w - u"]
    return [.mean("v", keeping: rho, of: "g^2")] + mean + step
  }
}

/// One step of ``RMSprop``.
struct RMSpropUpdate: UpdateStep {
  private let step: RMSpropStep
  private let isCentered: Bool

  @inline(__always)
  init(_ rule: RMSprop, at moment: UpdateMoment) {
    step = RMSpropStep(
      learningRate: moment.rate, rho: rule.rho, momentum: rule.momentum, epsilon: rule.epsilon,
      weightDecay: moment.weightDecay)
    isCentered = rule.centered
  }

  @inline(__always)
  func apply(to slices: UpdateSlices, _ kernels: Kernels) {
    let velocity = isCentered ? slices.third : slices.second
    kernels.rmsprop(
      slices.weights, square: slices.first, mean: isCentered ? slices.second : nil,
      velocity: step.momentum == 0 ? nil : velocity, gradient: slices.gradient, step)
  }
}
