public import TensorEngine

/// One parameter of a layer: its shape, how it is drawn, and what its penalty is.
public struct ParameterSpecification: Equatable, Sendable {
  /// What a parameter is for.
  public enum Role: Sendable {
    /// Weights; penalties of the whole training apply to them.
    case kernel
    /// Added to the sums; never penalized.
    case bias
    /// What normalized values are multiplied by, γ; never penalized.
    case scale
    /// What is added to normalized values, β; never penalized.
    case shift
    /// A mean that the forward passes of training keep; it has no gradient.
    case movingMean
    /// A variance that the forward passes of training keep; it has no gradient.
    case movingVariance

    /// Whether an optimizer changes such a parameter; statistics follow the data instead.
    public var isTrained: Bool {
      switch self {
      case .kernel, .bias, .scale, .shift: true
      case .movingMean, .movingVariance: false
      }
    }
  }

  /// The name within the layer, such as "kernel" or "bias".
  public var name: String
  /// What the parameter is for: whether it is trained and whether penalties count it.
  public var role: Role
  /// The shape of its values, such as `[inputs, units]`.
  public var shape: Shape
  /// How its first values are drawn.
  public var initializer: Initializer
  /// How many inputs reach one output.
  public var fanIn: Int
  /// How many outputs one input reaches.
  public var fanOut: Int
  /// The layer's own L1 coefficient: the loss gains l1 · Σ|w|.
  public var l1: Double
  /// The layer's own L2 coefficient, Keras's: the loss gains l2 · Σw².
  public var l2: Double
  /// The greatest norm of what comes into a unit; nil for that of the training.
  public var maxNorm: Double?

  init(
    name: String, role: Role, shape: Shape, initializer: Initializer, fanIn: Int, fanOut: Int,
    l1: Double = 0, l2: Double = 0, maxNorm: Double? = nil
  ) {
    self.name = name
    self.role = role
    self.shape = shape
    self.initializer = initializer
    self.fanIn = fanIn
    self.fanOut = fanOut
    self.l1 = l1
    self.l2 = l2
    self.maxNorm = maxNorm
  }
}
