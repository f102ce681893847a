import TensorEngine

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

  /// The formula above, with its numbers.
  public var formula: [FormulaLine] {
    [
      .mean("a", keeping: rho, of: "g^2"),
      "s := sqrt(d + \(epsilon)) / sqrt(a + \(epsilon)) * g",
      .mean("d", keeping: rho, of: "s^2"),
      "w := w - \(.rate) * s",
    ]
  }
}

/// One step of ``Adadelta``.
struct AdadeltaUpdate: UpdateStep {
  private let step: RMSpropStep

  @inline(__always)
  init(_ rule: Adadelta, at moment: UpdateMoment) {
    step = RMSpropStep(
      learningRate: moment.rate, rho: rule.rho, epsilon: rule.epsilon,
      weightDecay: moment.weightDecay)
  }

  @inline(__always)
  func apply(to slices: UpdateSlices, _ kernels: Kernels) {
    kernels.adadelta(
      slices.weights, square: slices.first, stepSquare: slices.second, gradient: slices.gradient,
      step)
  }
}
