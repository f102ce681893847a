/// What answers are worth where the targets are numbers.
public struct NumberMetric: Sendable {
  /// The function of formulas that computes it.
  public let name: String
  /// What tables call it.
  public let title: String
  /// What it says, in the words of help.
  public let meaning: String
  /// Whether it is among the few by which `evaluate` and ensembles are judged.
  public let isJudging: Bool
  /// Its value.
  public let value: @Sendable (NumberPredictions) -> MetricValue

  /// All of them, in the order of help and of tables.
  public static let all: [NumberMetric] = [
    NumberMetric(
      name: "mse", title: "MSE", meaning: "the mean squared error", isJudging: true
    ) { MetricValue($0.meanSquaredError) },
    NumberMetric(
      name: "rmse", title: "RMSE", meaning: "its root, in the unit of the target",
      isJudging: false
    ) { MetricValue($0.rootMeanSquaredError) },
    NumberMetric(
      name: "mae", title: "MAE", meaning: "the mean absolute error, in the unit of the target",
      isJudging: true
    ) { MetricValue($0.meanAbsoluteError) },
    NumberMetric(
      name: "r2", title: "R2",
      meaning: "the share of the target's variance that is explained", isJudging: true
    ) { $0.determination },
  ]

  /// Those by which `evaluate` and ensembles are judged.
  public static let judging = all.filter(\.isJudging)
}
