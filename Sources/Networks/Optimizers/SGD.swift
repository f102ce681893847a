public import TensorEngine

/// Gradient descent on mini-batches, with momentum and Nesterov's look ahead.
///
/// With rate η, momentum μ, gradient g, velocity v (0 at first) and weight w, Keras's form:
///
///     v ← μ·v - η·g
///     w ← w + v                 momentum
///     w ← w + μ·v - η·g         Nesterov
///
/// With μ = 0 this is w ← w - η·g. The rate stands inside the velocity, so a change of rate
/// takes hold gradually.
///
/// Source: Sutskever, Martens, Dahl and Hinton, 2013, section 2, equations 1 to 4.
public struct SGD: UpdateRule {
  /// The step size η, per step; greater than 0.
  public var learningRate: Double
  /// How much of the last velocity is kept, μ, from 0 to less than 1.
  public var momentum: Double
  /// Whether the step looks ahead along the velocity.
  public var nesterov: Bool

  /// Makes an optimizer; the defaults are Keras's, and ``validate()`` checks the settings.
  public init(learningRate: Double = 0.01, momentum: Double = 0, nesterov: Bool = false) {
    self.learningRate = learningRate
    self.momentum = momentum
    self.nesterov = nesterov
  }

  /// The settings that Keras begins with.
  public static let usual = SGD()
  /// Its settings besides the rate, each declared once.
  public static let settings: [Setting<SGD>] = [
    .momentum(\.momentum),
    Setting("nesterov", .flag(\.nesterov), meaning: "momentum that looks ahead"),
  ]

  /// "velocity", the v of the formula; none without a momentum.
  public var slotNames: [String] { momentum == 0 ? [] : ["velocity"] }

  /// Checks the settings.
  ///
  /// - Throws: `outOfRange` for a rate that is not above 0, or a momentum outside [0, 1).
  public func validate() throws(EngineError) {
    try SettingCheck.positive(learningRate, "rate")
    try SettingCheck.fraction(momentum, "momentum")
  }
}
