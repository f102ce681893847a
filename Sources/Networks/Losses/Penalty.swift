/// What the loss gains for large weights, over the kernels of all layers; biases are left alone.
///
///     penalty = l1 · Σ|w| + l2 · Σw²
///     gradient = l1 · sign(w) + 2 · l2 · w
///
/// This is Keras's form, without a half. The textbook's form with λ and m training examples is
/// the same with l2 = λ / (2m).
public struct Penalty: Hashable, Codable, Sendable {
  public var l1: Double
  public var l2: Double

  public init(l1: Double = 0, l2: Double = 0) {
    self.l1 = l1
    self.l2 = l2
  }

  /// The penalty λ / (2m) · Σw².
  public init(lambda: Double, examples: Int) {
    self.init(l2: lambda / (2 * Double(max(1, examples))))
  }

  /// Both penalties together.
  public static func + (left: Penalty, right: Penalty) -> Penalty {
    Penalty(l1: left.l1 + right.l1, l2: left.l2 + right.l2)
  }
}
