/// What predicted classes are worth, class by class: a function of a confusion matrix.
public struct ClassMetric: Sendable {
  /// The function of formulas that computes it.
  public let name: String
  /// What tables call it.
  public let title: String
  /// What it says of a class, in the words of help.
  public let meaning: String
  /// Its value for a class, by the class's index.
  public let value: @Sendable (ConfusionMatrix, Int) -> MetricValue

  /// Its value for one of two classes, the positive one; of more its macro average.
  ///
  /// - Parameter positive: The index of the positive class, of two.
  public func value(of confusion: ConfusionMatrix, positive: Int) -> MetricValue {
    confusion.classCount == 2 ? value(confusion, positive) : confusion.average(.macro, value)
  }

  /// All of them, in the order of help and of tables.
  public static let all: [ClassMetric] = [
    ClassMetric(
      name: "precision", title: "precision",
      meaning: "of those predicted to be of the positive class, the share that is"
    ) { $0.precision(of: $1) },
    ClassMetric(
      name: "recall", title: "recall",
      meaning: "of those of the positive class, the share that was found"
    ) { $0.recall(of: $1) },
    ClassMetric(
      name: "f1", title: "F1", meaning: "the harmonic mean of precision and recall"
    ) { $0.f1(of: $1) },
  ]
}
