/// What a training measures after each epoch, by the names under which callbacks watch it.
public enum Monitor: String, CaseIterable, Codable, Sendable {
  /// The loss on the validation examples with the penalty.
  case validationLoss = "validation_loss"
  /// The loss on the validation examples without the penalty.
  case validationDataLoss = "validation_data_loss"
  /// The fraction of right classes of the validation examples.
  case validationAccuracy = "validation_accuracy"
  /// The training loss with the penalty.
  case loss
  /// The training loss without the penalty.
  case dataLoss = "data_loss"
  /// The fraction of right classes of the training examples.
  case accuracy

  /// Whether a smaller value is a better one: of losses, and not of accuracies.
  public var isBetterWhenLess: Bool { !needsAccuracy }

  /// Whether there is such a value only with validation examples.
  public var needsValidation: Bool {
    switch self {
    case .validationLoss, .validationDataLoss, .validationAccuracy: true
    case .loss, .dataLoss, .accuracy: false
    }
  }

  /// Whether there is such a value only where the targets are classes.
  public var needsAccuracy: Bool {
    switch self {
    case .validationAccuracy, .accuracy: true
    case .validationLoss, .validationDataLoss, .loss, .dataLoss: false
    }
  }

  /// The value after an epoch; nil where it was not measured.
  public func value(of record: EpochRecord) -> Double? {
    switch self {
    case .validationLoss: record.validationLoss
    case .validationDataLoss: record.validationDataLoss
    case .validationAccuracy: record.validationAccuracy
    case .loss: record.loss
    case .dataLoss: record.dataLoss
    case .accuracy: record.accuracy
    }
  }

  /// Whether a value is better than another one by more than a margin.
  public func isBetter(_ value: Double, than other: Double, by margin: Double = 0) -> Bool {
    isBetterWhenLess ? value + margin < other : value - margin > other
  }
}
