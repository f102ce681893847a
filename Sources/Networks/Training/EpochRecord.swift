/// What is known after one epoch of training.
///
/// The training figures are means over the epoch's batches, weighted by their rows, each taken
/// before its step and with dropout at work, as in Keras. The validation figures are taken after
/// the epoch, without dropout. So a training loss may well lie above the validation loss.
public struct EpochRecord: Hashable, Codable, Sendable {
  /// The number of the epoch over the network's life, from 1.
  public var epoch: Int
  /// The steps of the network's life so far.
  public var step: Int
  /// The training loss with its penalty: `dataLoss + penalty`.
  public var loss: Double
  public var dataLoss: Double
  public var penalty: Double
  /// The fraction of right classes; nil where the targets are numbers.
  public var accuracy: Double?
  /// The loss on the validation examples, with the penalty; nil without validation examples.
  public var validationLoss: Double?
  /// The loss on the validation examples, without the penalty.
  public var validationDataLoss: Double?
  public var validationAccuracy: Double?
  /// The rate of the epoch's last step.
  public var learningRate: Double

  public init(
    epoch: Int, step: Int, dataLoss: Double, penalty: Double, accuracy: Double?,
    validation: Evaluation?, learningRate: Double
  ) {
    self.epoch = epoch
    self.step = step
    self.loss = dataLoss + penalty
    self.dataLoss = dataLoss
    self.penalty = penalty
    self.accuracy = accuracy
    self.validationLoss = validation?.loss
    self.validationDataLoss = validation?.dataLoss
    self.validationAccuracy = validation?.accuracy
    self.learningRate = learningRate
  }
}
