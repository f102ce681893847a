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

  /// Measures some numbers where they lie: the outputs of a layer may fill most of the memory. Where the work
  /// at hand is called off, some of them are left out.
  package init(of elements: [Float]) {
    let count = Double(max(1, elements.count))
    let mean = Self.laneSum(of: elements) { $0 } / count
    self.mean = mean
    deviation =
      (Self.laneSum(of: elements) { ($0 - mean) * ($0 - mean) } / count).squareRoot()
    norm = Self.laneSum(of: elements) { $0 * $0 }.squareRoot()
    var (least, greatest, zeros) = (Float.infinity, -Float.infinity, 0)
    var watch = InterruptionWatch()
    for element in elements {
      if watch.isAsked() { break }
      if element < least { least = element }
      if element > greatest { greatest = element }
      if element == 0 { zeros += 1 }
    }
    (self.least, self.greatest, self.zeros) = (Double(least), Double(greatest), zeros)
  }

  /// The sum of what is made of each element, in the order of every full reduction.
  private static func laneSum(of elements: [Float], _ value: (Double) -> Double) -> Double {
    var lanes = [Double](repeating: 0, count: 64)
    var watch = InterruptionWatch()
    for (index, element) in elements.enumerated() {
      if watch.isAsked() { break }
      lanes[index % 64] += value(Double(element))
    }
    return lanes.laneSum
  }
}
