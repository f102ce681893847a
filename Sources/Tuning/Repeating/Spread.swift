/// Several measurements of one quantity: their mean, and how far they scatter.
public struct Spread: Sendable, Equatable {
  /// The measurements, in order.
  public let values: [Double]

  /// The spread of some values.
  public init(_ values: [Double]) { self.values = values }

  /// The mean; 0 without values.
  public var mean: Double {
    values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
  }

  /// The standard deviation of a sample:
  ///
  /// ```
  /// √(1 / (n - 1) · Σ (value - mean)²)
  /// ```
  ///
  /// 0 for fewer than two values, of which no scatter is known.
  public var deviation: Double {
    guard values.count > 1 else { return 0 }
    let mean = mean
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares / Double(values.count - 1)).squareRoot()
  }
}
