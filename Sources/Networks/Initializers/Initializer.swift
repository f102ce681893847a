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
/// 1 / 0.87962566 so that the variance after the cut is the one above.
///
/// The others do not ask for the size of the layer:
///
/// | case | values |
/// | --- | --- |
/// | orthogonal | a matrix whose columns, or rows where those are fewer, have length 1 and are at right angles; Saxe, McClelland and Ganguli, 2014 |
/// | uniform | from [-0.05, 0.05) |
/// | normal | mean 0, deviation 0.05, not cut off |
/// | zeros, ones, constant | one number |
///
/// All are Keras's forms, and the raw values are Keras's names; "constant(0.1)" has its number
/// with it.
public enum Initializer: Hashable, Codable, Sendable {
  /// Uniform with variance 2 / (fanIn + fanOut): suits sigmoid, tanh and softmax.
  case glorotUniform
  /// Cut normal with variance 2 / (fanIn + fanOut).
  case glorotNormal
  /// Uniform with variance 2 / fanIn: suits relu and its kin.
  case heUniform
  /// Cut normal with variance 2 / fanIn.
  case heNormal
  /// Uniform with variance 1 / fanIn: suits selu.
  case lecunUniform
  /// Cut normal with variance 1 / fanIn.
  case lecunNormal
  /// Columns, or rows where those are fewer, of length 1 at right angles to each other.
  case orthogonal
  /// Uniform from -0.05 to below 0.05, whatever the layer's size.
  case uniform
  /// Normal with mean 0 and deviation 0.05, whatever the layer's size.
  case normal
  /// All 0, as biases begin.
  case zeros
  /// All 1.
  case ones
  /// All one number, within the range of a 32-bit float.
  case constant(Double)

  /// The initializers that are known by their name alone, in the order in which help lists them.
  public static let named: [Initializer] = [
    .glorotUniform, .glorotNormal, .heUniform, .heNormal, .lecunUniform, .lecunNormal,
    .orthogonal, .uniform, .normal, .zeros, .ones,
  ]
  /// The words that are typed, in the same order; `constant` is typed with its number.
  public static let words = named.map(\.rawValue) + ["constant"]

  /// The variance of the values that are drawn; 0 for constants.
  public func variance(fanIn: Int, fanOut: Int) -> Double {
    let inputs = Double(max(1, fanIn))
    switch self {
    case .glorotUniform, .glorotNormal: return 2 / (inputs + Double(max(1, fanOut)))
    case .heUniform, .heNormal: return 2 / inputs
    case .lecunUniform, .lecunNormal: return 1 / inputs
    case .orthogonal: return 1 / Double(max(1, fanIn, fanOut))
    case .uniform: return 0.05 * 0.05 / 3
    case .normal: return 0.05 * 0.05
    case .zeros, .ones, .constant: return 0
    }
  }
}

extension Initializer: RawRepresentable {
  /// Keras's name, such as "he_normal"; a constant with its number, "constant(0.1)".
  public var rawValue: String {
    switch self {
    case .glorotUniform: "glorot_uniform"
    case .glorotNormal: "glorot_normal"
    case .heUniform: "he_uniform"
    case .heNormal: "he_normal"
    case .lecunUniform: "lecun_uniform"
    case .lecunNormal: "lecun_normal"
    case .orthogonal: "orthogonal"
    case .uniform: "uniform"
    case .normal: "normal"
    case .zeros: "zeros"
    case .ones: "ones"
    case .constant(let value): "constant(\(SettingValue.number(value).text))"
    }
  }

  /// The initializer of a name as ``rawValue`` writes it.
  ///
  /// - Returns: Nil for any other name, and for a constant that is no finite number.
  public init?(rawValue: String) {
    if let named = Self.named.first(where: { $0.rawValue == rawValue }) {
      self = named
    } else if rawValue.hasPrefix("constant("), rawValue.hasSuffix(")"),
      let value = Double(rawValue.dropFirst(9).dropLast()), value.isFinite
    {
      self = .constant(value)
    } else {
      return nil
    }
  }
}
