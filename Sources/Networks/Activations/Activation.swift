/// The function that a layer applies to its weighted sums.
///
/// | case | formula | derivative, from the input x or the value y |
/// | --- | --- | --- |
/// | sigmoid | 1 / (1 + exp(-x)) | y (1 - y) |
/// | tanh | (exp(x) - exp(-x)) / (exp(x) + exp(-x)) | 1 - y² |
/// | relu | x where x > 0, else 0 | 1 where x > 0, else 0 |
/// | leakyRelu | x where x > 0, else 0.2 x | 1 where x > 0, else 0.2 |
/// | elu | x where x > 0, else exp(x) - 1 | 1 where x > 0, else exp(x) |
/// | selu | λ x where x > 0, else λα (exp(x) - 1) | λ where x > 0, else λα exp(x) |
/// | gelu | x P(x) | P(x) + x p(x) |
/// | swish | x / (1 + exp(-x)) | s + y (1 - s), s = 1 / (1 + exp(-x)) |
/// | softplus | log(1 + exp(x)) | 1 / (1 + exp(-x)) |
/// | softmax | exp(xᵢ) / Σⱼ exp(xⱼ), over the last dimension | y (g - Σⱼ gⱼ yⱼ) for a gradient g |
/// | linear | x | 1 |
///
/// λ is 1.0507010 and α 1.6732632; P is the standard normal distribution and p its density, so
/// gelu is the exact one and not the one by tanh. The raw values are Keras's names and the
/// formulas Keras's defaults; Keras's *layer* LeakyReLU has the slope 0.3 instead, see
/// ``ActivationLayer/slope``. The derivatives at 0 are those of the right column, as in PyTorch:
/// 0 for relu, 0.2 for leakyRelu, λα for selu.
public enum Activation: String, CaseIterable, Codable, Sendable, BitwiseCopyable {
  case sigmoid
  case tanh
  case relu
  case leakyRelu = "leaky_relu"
  case elu
  case selu
  case gelu
  case swish
  case softplus
  case softmax
  case linear

  /// The slope of leakyRelu left of 0, where nothing else is said.
  public static let standardSlope = 0.2

  /// Whether the derivative is made from the input, which then has to be kept for the way back.
  var needsInput: Bool {
    switch self {
    case .elu, .selu, .gelu, .swish, .softplus: true
    case .sigmoid, .tanh, .relu, .leakyRelu, .softmax, .linear: false
    }
  }
}
