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
  /// Between 0 and 1; of one output, the probability of class 1.
  case sigmoid
  /// Between -1 and 1, and 0 at 0.
  case tanh
  /// What is above 0, else 0; a unit that is 0 for every example learns no more.
  case relu
  /// As ``relu``, but with a slope left of 0 too: ``standardSlope`` unless a layer has its own.
  case leakyRelu = "leaky_relu"
  /// As ``relu``, but falling smoothly to -1.
  case elu
  /// As ``elu``, but scaled so that a deep stack with `lecun_normal` kernels keeps mean 0 and
  /// variance 1 (Klambauer, Unterthiner, Mayr and Hochreiter, 2017).
  case selu
  /// The input times the probability that a standard normal number lies below it.
  case gelu
  /// The input times its sigmoid; also known as SiLU.
  case swish
  /// A smooth ``relu``, greater than 0 everywhere.
  case softplus
  /// Probabilities of classes, with sum 1 over the last dimension.
  case softmax
  /// The weighted sums as they are.
  case linear

  /// The slope of leakyRelu left of 0, where nothing else is said.
  public static let standardSlope = 0.2

  /// Whether a layer may give it a slope of its own left of 0.
  public var takesSlope: Bool { self == .leakyRelu }

  /// Whether the derivative is made from the input, which then has to be kept for the way back.
  var needsInput: Bool {
    switch self {
    case .elu, .selu, .gelu, .swish, .softplus: true
    case .sigmoid, .tanh, .relu, .leakyRelu, .softmax, .linear: false
    }
  }
}
