import TensorEngine

/// What the numbers of a tensor are like.
package struct NumberStatistics: Equatable, Sendable {
  /// Their mean; 0 without any.
  package let mean: Double
  /// Their standard deviation, the root of the mean square of their distance to the mean.
  package let deviation: Double
  /// The smallest of them; infinite without any.
  package let least: Double
  /// The largest of them; minus infinity without any.
  package let greatest: Double
  /// How many are exactly 0.
  package let zeros: Int
  /// The square root of the sum of their squares.
  package let norm: Double

  /// Measures some numbers.
  package init(of elements: [Float]) {
    let values = elements.map(Double.init)
    let count = Double(max(1, values.count))
    let mean = values.laneSum / count
    self.mean = mean
    deviation = (values.map { ($0 - mean) * ($0 - mean) }.laneSum / count).squareRoot()
    least = values.reduce(.infinity) { $1 < $0 ? $1 : $0 }
    greatest = values.reduce(-.infinity) { $1 > $0 ? $1 : $0 }
    zeros = values.count { $0 == 0 }
    norm = values.map { $0 * $0 }.laneSum.squareRoot()
  }
}
