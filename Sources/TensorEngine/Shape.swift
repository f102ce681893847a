/// The sizes of a tensor along each of its dimensions, the slowest first: `28 x 28 x 1`.
///
/// A shape never traps on what a student typed: negative dimensions count as 0 and a product
/// beyond `Int.max` stays there, so that the caller can refuse it by name.
public struct Shape: Hashable, Sendable, ExpressibleByArrayLiteral, CustomStringConvertible {
  /// The size along each dimension, none negative.
  public let dimensions: [Int]

  /// Creates a shape from its dimensions.
  public init(_ dimensions: [Int]) {
    self.dimensions = dimensions.map { max(0, $0) }
  }

  /// Creates a shape from its dimensions.
  public init(arrayLiteral elements: Int...) {
    self.init(elements)
  }

  /// The number of dimensions.
  public var rank: Int { dimensions.count }

  /// The number of elements: the product of the dimensions, 1 for none, at most `Int.max`.
  public var count: Int {
    if dimensions.contains(0) { return 0 }
    var product = 1
    for dimension in dimensions {
      let (partial, overflow) = product.multipliedReportingOverflow(by: dimension)
      if overflow { return Int.max }
      product = partial
    }
    return product
  }

  /// The size along the last dimension, 1 when there is none.
  public var last: Int { dimensions.last ?? 1 }

  /// The dimensions joined as in `28 x 28 x 1`; a shape without dimensions reads `scalar`.
  public var description: String {
    dimensions.isEmpty ? "scalar" : dimensions.map { String($0) }.joined(separator: " x ")
  }
}
