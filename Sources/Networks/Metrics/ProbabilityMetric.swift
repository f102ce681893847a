/// What probabilities of classes are worth.
public struct ProbabilityMetric: Sendable {
  /// The function of formulas that computes it.
  public let name: String
  /// What tables call it.
  public let title: String
  /// What it says, in the words of help.
  public let meaning: String
  /// Whether it is a share, which is written in percent.
  public let isShare: Bool
  /// Its value.
  public let value: @Sendable (ClassPredictions) -> Double

  /// All of them, in the order of help and of tables.
  public static let all: [ProbabilityMetric] = [
    ProbabilityMetric(
      name: "log_loss", title: "log loss",
      meaning: "the mean of -log p(true class), without penalty or smoothing", isShare: false
    ) { $0.logLoss },
    ProbabilityMetric(
      name: "ece", title: "calibration error",
      meaning: "the expected calibration error, in 10 bins of confidence", isShare: true
    ) { $0.calibrationError() },
  ]
}
