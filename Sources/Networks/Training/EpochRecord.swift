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
  /// The mean loss of the epoch's training examples, without the penalty.
  public var dataLoss: Double
  /// The mean over the epoch of what the loss gained for large weights.
  public var penalty: Double
  /// The fraction of right classes; nil where the targets are numbers.
  public var accuracy: Double?
  /// The loss on the validation examples, with the penalty; nil without validation examples.
  public var validationLoss: Double?
  /// The loss on the validation examples, without the penalty.
  public var validationDataLoss: Double?
  /// The fraction of right classes of the validation examples; nil without such examples, and where
  /// the targets are numbers.
  public var validationAccuracy: Double?
  /// The rate of the epoch's last step.
  public var learningRate: Double

  /// Puts the figures of an epoch together; the loss follows from data loss and penalty.
  ///
  /// - Parameters:
  ///   - epoch: The number of the epoch over the network's life, from 1.
  ///   - step: The steps of the network's life so far.
  ///   - dataLoss: The mean loss of the training examples.
  ///   - penalty: The mean penalty.
  ///   - accuracy: The fraction of right classes; nil where the targets are numbers.
  ///   - validation: What the validation examples gave; nil without any.
  ///   - learningRate: The rate of the epoch's last step.
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
