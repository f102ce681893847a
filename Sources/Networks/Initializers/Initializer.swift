public import TensorEngine

/// How the first values of a parameter are drawn.
///
/// The variance-scaling initializers have mean 0 and a variance that depends on the number of
/// inputs (`fanIn`) and outputs (`fanOut`) of the layer:
///
/// | family | variance | source |
/// | --- | --- | --- |
/// | glorot | 2 / (fanIn + fanOut) | Glorot and Bengio, 2010, equation 16 |
/// | he | 2 / fanIn | He, Zhang, Ren and Sun, 2015, equation 10 |
/// | lecun | 1 / fanIn | LeCun, Bottou, Orr and Müller, 1998, section 4.6 |
///
/// A uniform one draws from [-bound, bound) with bound = √(3 · variance). A normal one draws
/// from a normal distribution cut off at two standard deviations, which is widened first by
/// 1 / 0.87962566 so that the variance after the cut is the one above. Both are Keras's forms,
/// and the raw values are Keras's names.
public enum Initializer: String, CaseIterable, Codable, Sendable {
  case glorotUniform = "glorot_uniform"
  case glorotNormal = "glorot_normal"
  case heUniform = "he_uniform"
  case heNormal = "he_normal"
  case lecunUniform = "lecun_uniform"
  case lecunNormal = "lecun_normal"
  case zeros
  case ones

  /// The standard deviation of a unit normal distribution after the cut at two deviations.
  private static let deviationAfterCut = 0.879_625_661_034_239_78

  /// Draws the values of one parameter.
  ///
  /// - Parameters:
  ///   - shape: The parameter's shape.
  ///   - fanIn: How many inputs reach one output, at least 1.
  ///   - fanOut: How many outputs one input reaches, at least 1.
  ///   - stream: The random stream that is named after the parameter.
  /// - Returns: As many values as the shape has, row by row.
  public func values(
    shape: Shape, fanIn: Int, fanOut: Int, from stream: RandomStream
  ) -> Tensor {
    let elements: [Float]
    switch self {
    case .zeros: elements = Array(repeating: 0, count: shape.count)
    case .ones: elements = Array(repeating: 1, count: shape.count)
    case .glorotUniform, .heUniform, .lecunUniform:
      let bound = (3 * variance(fanIn: fanIn, fanOut: fanOut)).squareRoot()
      elements = stream.uniformDoubles(count: shape.count).map { Float((2 * $0 - 1) * bound) }
    case .glorotNormal, .heNormal, .lecunNormal:
      let deviation = variance(fanIn: fanIn, fanOut: fanOut).squareRoot()
      elements = Self.truncatedNormals(
        count: shape.count, deviation: deviation / Self.deviationAfterCut, from: stream)
    }
    return Tensor(shape: shape, elements: elements)
  }

  /// The variance of the values that are drawn; 0 for constants.
  public func variance(fanIn: Int, fanOut: Int) -> Double {
    let inputs = Double(max(1, fanIn))
    switch self {
    case .glorotUniform, .glorotNormal: return 2 / (inputs + Double(max(1, fanOut)))
    case .heUniform, .heNormal: return 2 / inputs
    case .lecunUniform, .lecunNormal: return 1 / inputs
    case .zeros, .ones: return 0
    }
  }

  /// Normal values of mean 0, those beyond two deviations dropped and the next ones taken.
  private static func truncatedNormals(
    count: Int, deviation: Double, from stream: RandomStream
  ) -> [Float] {
    // 4.6 % fall outside; drawing 1/8 more is nearly always enough for more than a few values.
    var drawn = count + count / 8 + 16
    while true {
      let kept = stream.normals(count: drawn).filter { abs($0) <= 2 }
      if kept.count >= count { return kept.prefix(count).map { Float($0 * deviation) } }
      drawn *= 2
    }
  }
}
