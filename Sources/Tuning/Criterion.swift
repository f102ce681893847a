public import Networks
public import TensorEngine

/// What networks are judged and sorted by.
public enum Criterion: String, CaseIterable, Sendable {
  /// The shares of wrong and of right classes, and the mean loss without its penalty.
  case error, accuracy, loss
  /// Of the positive class of two; the macro average of more.
  case f1, precision, recall
  /// The area under the ROC curve.
  case auc
  /// The mean of -log p of the true class.
  case logLoss = "log_loss"
  /// The mean squared miss, its root, the mean absolute miss, and the explained share of variance.
  case mse, rmse, mae, r2

  /// Whether less is better.
  public var isLessBetter: Bool {
    switch self {
    case .error, .loss, .logLoss, .mse, .rmse, .mae: true
    case .accuracy, .f1, .precision, .recall, .auc, .r2: false
    }
  }

  /// Whether it is a share from 0 to 1, which is written in percent.
  public var isShare: Bool {
    switch self {
    case .error, .accuracy, .f1, .precision, .recall: true
    case .loss, .auc, .logLoss, .mse, .rmse, .mae, .r2: false
    }
  }

  /// Whether it depends on which of two classes is the positive one.
  public var isOfPositiveClass: Bool { metric != nil }

  /// What it is called in a sentence: "log loss".
  public var title: String { self == .logLoss ? "log loss" : rawValue }

  /// Those that judge classes, or numbers, in the order of help.
  public static func fitting(isClassification: Bool) -> [Criterion] {
    allCases.filter { criterion in
      switch criterion {
      case .loss: true
      case .mse, .rmse, .mae, .r2: !isClassification
      default: isClassification
      }
    }
  }

  /// Its value for a network; nil where it is not defined: the AUC where a class is missing, the log
  /// loss without probabilities, and what does not fit the targets.
  ///
  /// - Parameters:
  ///   - evaluation: How the network does on the rows.
  ///   - positive: The positive class of two.
  /// - Throws: As ``Network/classPredictions(_:rows:pool:)``.
  public func value(
    of network: Network, _ evaluation: Evaluation, on examples: Examples, rows: [Int32],
    positive: Int, pool: ThreadPool? = nil
  ) throws(NetworkError) -> Double? {
    switch self {
    case .error: return evaluation.error
    case .accuracy: return evaluation.accuracy
    case .loss: return evaluation.dataLoss
    case .f1, .precision, .recall, .auc, .logLoss:
      let found = try network.classPredictions(examples, rows: rows, pool: pool)
      return found.flatMap { value(of: $0, positive: positive) }
    case .mse, .rmse, .mae, .r2:
      let found = try network.numberPredictions(examples, rows: rows, pool: pool)
      return found.flatMap { answers in
        NumberMetric.all.first { $0.name == rawValue }?.value(answers).value
      }
    }
  }

  private var metric: ClassMetric? { ClassMetric.all.first { $0.name == rawValue } }

  private func value(of answers: ClassPredictions, positive: Int) -> Double? {
    if let metric { return metric.value(of: answers.confusion, positive: positive).value }
    if self == .auc { return answers.area }
    return answers.areProbabilities ? answers.logLoss : nil
  }
}
