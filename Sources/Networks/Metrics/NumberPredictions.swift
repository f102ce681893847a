/// What a network answered where the targets are numbers, and all that is measured on it.
public struct NumberPredictions: Equatable, Sendable {
  /// What the network gave, in the unit of the targets.
  public let outputs: [Double]
  /// What it should have given, in the order of the outputs.
  public let targets: [Double]

  /// Puts outputs beside their targets.
  ///
  /// - Parameters:
  ///   - outputs: What the network gave.
  ///   - targets: What it should have given, as many.
  public init(outputs: [Double], targets: [Double]) {
    precondition(outputs.count == targets.count, "as many outputs as targets")
    self.outputs = outputs
    self.targets = targets
  }

  /// The mean squared error, in the unit of the target squared; 0 without examples.
  public var meanSquaredError: Double { mean { $0 * $0 } }

  /// The root of the mean squared error, in the unit of the target.
  public var rootMeanSquaredError: Double { meanSquaredError.squareRoot() }

  /// The mean absolute error, in the unit of the target.
  public var meanAbsoluteError: Double { mean { abs($0) } }

  /// The greatest absolute error.
  public var greatestError: Double { misses.reduce(0) { max($0, abs($1)) } }

  /// The absolute error that half of the examples stay below; the mean of the middle two.
  public var medianAbsoluteError: Double {
    let sorted = misses.map { abs($0) }.sorted()
    guard !sorted.isEmpty else { return 0 }
    return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
  }

  /// R², the part of the targets' variance that the outputs explain.
  ///
  ///     R² = 1 - Σ (t - y)² / Σ (t - mean t)²
  ///
  /// 1 is perfect, 0 no better than the mean, below 0 worse. Where all targets are equal it is 1
  /// for no error at all and else 0, with a gap, as in scikit-learn.
  public var determination: MetricValue {
    share(of: misses.reduce(0) { $0 + $1 * $1 })
  }

  /// 1 - variance of the errors / variance of the targets: R² without the error's mean.
  public var explainedVariance: MetricValue {
    let middle = mean { $0 }
    return share(of: misses.reduce(0) { $0 + ($1 - middle) * ($1 - middle) })
  }

  private var misses: [Double] { zip(outputs, targets).map { $0 - $1 } }

  private func mean(_ transform: (Double) -> Double) -> Double {
    misses.reduce(0) { $0 + transform($1) } / Double(max(1, outputs.count))
  }

  private func share(of squares: Double) -> MetricValue {
    let middle = targets.reduce(0, +) / Double(max(1, targets.count))
    let spread = targets.reduce(0) { $0 + ($1 - middle) * ($1 - middle) }
    guard spread > 0 else { return MetricValue(squares == 0 ? 1 : 0, gap: .constantTargets) }
    return MetricValue(1 - squares / spread)
  }
}
