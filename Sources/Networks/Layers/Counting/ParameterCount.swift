/// How a layer's parameters are counted: a sum of products, such as 784·128 + 128.
public struct ParameterCount: Equatable, Sendable {
  /// A factor of a product.
  public struct Factor: Equatable, Sendable {
    /// What is counted.
    public enum Meaning: String, Equatable, Sendable {
      /// The numbers of an input.
      case inputs
      /// The units of the layer, each with a number of its own.
      case units
      /// The rows of a filter.
      case height
      /// The columns of a filter.
      case width
      /// The values of a pixel of the input.
      case channels
      /// The filters of the layer.
      case filters
      /// The numbers of an input that are normalized, each by itself.
      case features
      /// The numbers that each feature has in a summand.
      case numbersPerFeature
    }

    /// How many there are.
    public var count: Int
    /// What of.
    public var meaning: Meaning

    /// So many of something.
    public init(_ count: Int, _ meaning: Meaning) {
      self.count = count
      self.meaning = meaning
    }
  }

  /// The summands, each a product of its factors.
  public var summands: [[Factor]]

  /// A sum of products.
  public init(_ summands: [[Factor]]) { self.summands = summands }

  /// What it comes to.
  public var total: Int {
    summands.reduce(0) { sum, factors in sum + factors.reduce(1) { $0 * $1.count } }
  }
}
