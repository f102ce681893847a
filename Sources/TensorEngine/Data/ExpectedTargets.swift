/// What the targets of some examples would be on average, were they drawn anew at the same places.
///
/// It is known for generated data alone. For classes the means are the probabilities of the
/// classes; for numbers the values without their noise.
public struct ExpectedTargets: Sendable, Equatable {
  /// Row by row: `[N, width]`.
  public let means: [Double]
  /// The number of classes, or of values a row.
  public let width: Int
  /// The variance of a target about its mean, summed over its values, for each row: `[N]`. For
  /// classes, with p the probabilities: `Σ p (1 - p)`.
  public let variances: [Double]

  /// The probabilities of classes: `[N, classes]`.
  public init(probabilities: [Double], classes: Int) {
    means = probabilities
    width = max(1, classes)
    variances = stride(from: 0, to: probabilities.count, by: max(1, classes)).map { row in
      probabilities[row..<min(row + max(1, classes), probabilities.count)].reduce(0) {
        $0 + $1 * (1 - $1)
      }
    }
  }

  /// The share of wrong classes that no classifier gets below on average: the mean of
  /// `1 - max p` over the rows; 0 without rows.
  public var leastError: Double {
    let rows = means.count / width
    let sum = (0..<rows).reduce(0.0) { sum, row in
      sum + 1 - (means[row * width..<(row + 1) * width].max() ?? 1)
    }
    return sum / Double(max(1, rows))
  }

  /// Values that have the same noise everywhere, of this variance.
  public init(values: [Double], variance: Double) {
    means = values
    width = 1
    variances = [Double](repeating: variance, count: values.count)
  }

  /// The means of one row.
  public func means(at row: Int) -> ArraySlice<Double> { means[row * width..<(row + 1) * width] }
}
