/// What the loss gains for large weights, over the kernels of all layers.
///
///     penalty = l1 · Σ|w| + l2 · Σw²
///     gradient = l1 · sign(w) + 2 · l2 · w
///
/// This is Keras's form, without a half. The textbook's form with λ and m training examples is
/// the same with l2 = λ / (2m), and that with λ / m · Σ|w| with l1 = λ / m. Both together are the
/// elastic net. Biases are left alone unless asked for: there are few of them, and they do not
/// make a network follow its examples more closely.
public struct Penalty: Hashable, Codable, Sendable {
  /// The coefficient of Σ|w|, 0 or more; 0 for none.
  public var l1: Double
  /// The coefficient of Σw², 0 or more; 0 for none.
  public var l2: Double
  /// Whether the biases count as the kernels do.
  public var penalizesBias: Bool

  /// Makes a penalty of its coefficients, by default none.
  public init(l1: Double = 0, l2: Double = 0, penalizesBias: Bool = false) {
    self.l1 = l1
    self.l2 = l2
    self.penalizesBias = penalizesBias
  }

  /// The penalty λ / (2m) · Σw².
  public init(lambda: Double, examples: Int) {
    self.init(l2: lambda / (2 * Double(max(1, examples))))
  }

  /// The penalty λ / m · Σ|w|.
  public init(lambda1: Double, examples: Int) {
    self.init(l1: lambda1 / Double(max(1, examples)))
  }

  /// Both penalties together.
  public static func + (left: Penalty, right: Penalty) -> Penalty {
    Penalty(
      l1: left.l1 + right.l1, l2: left.l2 + right.l2,
      penalizesBias: left.penalizesBias || right.penalizesBias)
  }
}
