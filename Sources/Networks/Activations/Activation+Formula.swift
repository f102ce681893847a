import TensorEngine

extension Activation {
  private static let seluRight = 1.0507009873554805
  private static let seluLeft = 1.7580993408473766

  /// The function of one number as help says it; nil for softmax, which needs a whole row, and for
  /// linear, which changes nothing.
  public var meaning: String? {
    switch self {
    case .sigmoid: "1 / (1 + exp(-x))"
    case .tanh: "the hyperbolic tangent"
    case .relu: "x, or 0 where x is negative"
    case .leakyRelu: "x, or 0.2 x where x is negative"
    case .elu: "x, or exp(x) - 1 where x is negative"
    case .selu: "1.0507 x, or 1.7581 (exp(x) - 1) where x is negative"
    case .gelu: "x times the standard normal distribution at x"
    case .swish: "x sigmoid(x)"
    case .softplus: "log(1 + exp(x))"
    case .softmax, .linear: nil
    }
  }

  /// The function in double precision, for pictures and for checks by hand; nil for softmax, which
  /// needs a whole row. The slope is that of leakyRelu left of 0.
  public func value(at x: Double, slope: Double = standardSlope) -> Double? {
    switch self {
    case .sigmoid: ElementaryMath.sigmoid(x)
    case .tanh: ElementaryMath.tanh(x)
    case .relu: x > 0 ? x : 0
    case .leakyRelu: x > 0 ? x : slope * x
    case .elu: x > 0 ? x : ElementaryMath.expMinusOne(x)
    case .selu: x > 0 ? Self.seluRight * x : Self.seluLeft * ElementaryMath.expMinusOne(x)
    case .gelu: x * ElementaryMath.normalDistribution(x)
    case .swish: x * ElementaryMath.sigmoid(x)
    case .softplus: max(x, 0) + ElementaryMath.logOfOnePlus(ElementaryMath.exp(-abs(x)))
    case .linear: x
    case .softmax: nil
    }
  }

  /// The derivative in double precision; nil for softmax. The slope is that of leakyRelu left of 0.
  public func derivative(at x: Double, slope: Double = standardSlope) -> Double? {
    switch self {
    case .sigmoid: return ElementaryMath.sigmoid(x) * ElementaryMath.sigmoid(-x)
    case .tanh:
      let y = ElementaryMath.tanh(x)
      return (1 - y) * (1 + y)
    case .relu: return x > 0 ? 1 : 0
    case .leakyRelu: return x > 0 ? 1 : slope
    case .elu: return x > 0 ? 1 : ElementaryMath.exp(x)
    case .selu: return x > 0 ? Self.seluRight : Self.seluLeft * ElementaryMath.exp(x)
    case .gelu:
      let density = 0.3989422804014327 * ElementaryMath.exp(-0.5 * x * x)
      return ElementaryMath.normalDistribution(x) + x * density
    case .swish:
      let s = ElementaryMath.sigmoid(x)
      return s + x * s * ElementaryMath.sigmoid(-x)
    case .softplus: return ElementaryMath.sigmoid(x)
    case .linear: return 1
    case .softmax: return nil
    }
  }
}
