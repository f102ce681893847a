public import Networks

/// How one variant did on the folds that it had not seen.
///
/// Means are over folds, each fold with the same weight. Deviations are
///
/// ```
/// √(1/k · Σ (value − mean)²)
/// ```
///
/// the biased form, as in scikit-learn's `std_test_score`; 0 for one fold.
public struct CrossValidationScore: Sendable, Equatable {
  /// What is different about the variant: "rate=0.1 l2=0".
  public let label: String
  /// How the network of each fold does on that fold, in the order of the folds.
  public let folds: [Evaluation]

  /// The score of these evaluations.
  public init(label: String, folds: [Evaluation]) {
    self.label = label
    self.folds = folds
  }

  /// The mean of the folds' losses, without the penalty; nil without folds.
  public var meanLoss: Double? { Self.mean(folds.map(\.dataLoss)) }
  /// The deviation of the folds' losses.
  public var lossDeviation: Double? { Self.deviation(folds.map(\.dataLoss)) }
  /// The mean of the folds' accuracies, fractions from 0 to 1; nil where the targets are numbers.
  public var meanAccuracy: Double? { accuracies.flatMap { Self.mean($0) } }
  /// The deviation of the folds' accuracies.
  public var accuracyDeviation: Double? { accuracies.flatMap { Self.deviation($0) } }

  private var accuracies: [Double]? {
    let accuracies = folds.compactMap(\.accuracy)
    return accuracies.count == folds.count ? accuracies : nil
  }

  private static func mean(_ values: [Double]) -> Double? {
    values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
  }

  private static func deviation(_ values: [Double]) -> Double? {
    guard let mean = mean(values) else { return nil }
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares / Double(values.count)).squareRoot()
  }
}
