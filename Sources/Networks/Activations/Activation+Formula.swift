import TensorEngine

extension Activation {
  private static let seluRight = 1.0507009873554805
  private static let seluLeft = 1.7580993408473766

  /// The function in double precision, for pictures and for checks by hand; nil for softmax, which
  /// needs a whole row.
  public func value(at x: Double) -> Double? {
    switch self {
    case .sigmoid: ElementaryMath.sigmoid(x)
    case .tanh: ElementaryMath.tanh(x)
    case .relu: x > 0 ? x : 0
    case .leakyRelu: x > 0 ? x : Self.standardSlope * x
    case .elu: x > 0 ? x : ElementaryMath.expMinusOne(x)
    case .selu: x > 0 ? Self.seluRight * x : Self.seluLeft * ElementaryMath.expMinusOne(x)
    case .gelu: x * ElementaryMath.normalDistribution(x)
    case .swish: x * ElementaryMath.sigmoid(x)
    case .softplus: max(x, 0) + ElementaryMath.logOfOnePlus(ElementaryMath.exp(-abs(x)))
    case .linear: x
    case .softmax: nil
    }
  }

  /// The derivative in double precision; nil for softmax.
  public func derivative(at x: Double) -> Double? {
    switch self {
    case .sigmoid: return ElementaryMath.sigmoid(x) * ElementaryMath.sigmoid(-x)
    case .tanh:
      let y = ElementaryMath.tanh(x)
      return (1 - y) * (1 + y)
    case .relu: return x > 0 ? 1 : 0
    case .leakyRelu: return x > 0 ? 1 : Self.standardSlope
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
