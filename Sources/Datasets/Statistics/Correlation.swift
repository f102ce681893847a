import TensorEngine

/// How two columns of numbers move together.
public enum Correlation {
  /// Pearson's correlation of two columns: 1 where they lie on a rising line, -1 on a falling one, 0
  /// where no line says anything.
  ///
  /// ```
  /// r = sum((a - mean a) (b - mean b)) / sqrt(sum((a - mean a)^2) sum((b - mean b)^2))
  /// ```
  ///
  /// Only the examples count of which both numbers are there, pair by pair.
  ///
  /// - Parameters:
  ///   - first: A number an example; NaN where it is missing.
  ///   - second: As many, in the same order.
  /// - Returns: -1 to 1; nil where one of the two is the same in all the examples, less than two are
  ///   left, or the work is called off.
  /// - Complexity: three passes over the examples.
  ///
  /// **Source**: K. Pearson, "Notes on regression and inheritance in the case of two parents", 1895;
  /// NumPy's `corrcoef` gives the same.
  public static func pearson(_ first: [Double], _ second: [Double]) -> Double? {
    if Interruption.current.isAsked() { return nil }
    let pairs = zip(first, second).filter { $0.isFinite && $1.isFinite }
    guard let one = distances(pairs.map(\.0)), let other = distances(pairs.map(\.1)) else {
      return nil
    }
    if Interruption.current.isAsked() { return nil }
    var (both, own, others) = (0.0, 0.0, 0.0)
    for (left, right) in zip(one, other) {
      both += left * right
      own += left * left
      others += right * right
    }
    return min(max(both / (own * others).squareRoot(), -1), 1)
  }

  /// The distances of some numbers from their mean, as parts of the greatest one, so that no square
  /// overflows; nil where all are equal.
  private static func distances(_ numbers: [Double]) -> [Double]? {
    guard let first = numbers.first, numbers.contains(where: { $0 != first }) else { return nil }
    let count = Double(numbers.count)
    let mean = numbers.reduce(0) { $0 + $1 / count }
    let distances = numbers.map { $0 - mean }
    let greatest = distances.reduce(0) { max($0, $1.magnitude) }
    guard greatest > 0, greatest.isFinite else { return nil }
    return distances.map { $0 / greatest }
  }
}
