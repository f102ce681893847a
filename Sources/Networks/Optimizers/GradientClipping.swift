/// Keeps gradients from growing beyond a bound, before the optimizer sees them. One of the three
/// at most, as in Keras. The gradients are those of the loss with its penalty.
public enum GradientClipping: Hashable, Codable, Sendable {
  /// Every element is brought into -c … c; Keras's `clipvalue`. The direction changes.
  case value(Double)
  /// Each parameter's gradient g becomes g · c / ‖g‖₂ where ‖g‖₂ > c: the norm of one tensor, a
  /// kernel or a bias, over all its elements; Keras's `clipnorm`.
  case norm(Double)
  /// All gradients are multiplied by c / n where n > c: the norm n over all elements of all
  /// trained parameters together; Keras's `global_clipnorm`. The direction stays.
  case globalNorm(Double)

  /// The bound c; greater than 0.
  public var bound: Double {
    switch self {
    case .value(let bound), .norm(let bound), .globalNorm(let bound): bound
    }
  }
}
