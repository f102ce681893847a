/// How a unit stops to tell examples apart, for whoever looks for such units.
extension Activation {
  /// Whether a unit can be dead: where all that comes in is below 0, its output and its derivative
  /// are 0, and nothing wakes it.
  public var canDie: Bool { self == .relu }

  /// The values beyond which an output lies within a hundredth of the range from an end of it; nil
  /// for activations that do not saturate at both ends.
  public var saturation: (low: Float, high: Float)? {
    switch self {
    case .sigmoid: (0.01, 0.99)
    case .tanh: (-0.98, 0.98)
    default: nil
    }
  }

  /// Whether the derivative at a value y is less than a twentieth of its greatest; false for
  /// activations without a ``saturation``.
  public func isFlat(at y: Float) -> Bool {
    switch self {
    case .sigmoid: y * (1 - y) < 0.0125
    case .tanh: 1 - y * y < 0.05
    default: false
    }
  }
}
