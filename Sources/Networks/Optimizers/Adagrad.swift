public import TensorEngine

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

  /// Checks the settings.
  ///
  /// - Throws: `outOfRange` for a rate or ε that is not above 0, or a start below 0.
  public func validate() throws(EngineError) {
    try SettingCheck.positive(learningRate, "rate")
    try SettingCheck.notNegative(initialAccumulator, "accumulator")
    try SettingCheck.positive(epsilon, "epsilon")
  }
}
