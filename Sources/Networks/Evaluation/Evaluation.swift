/// How well a network does on some examples, in inference mode.
public struct Evaluation: Hashable, Sendable {
  /// The loss with its penalty: `dataLoss + penalty`.
  public var loss: Double
  /// The mean loss of the examples.
  public var dataLoss: Double
  /// What the loss gains for large weights.
  public var penalty: Double
  /// The fraction of right classes; nil where the targets are numbers.
  public var accuracy: Double?
  /// How many classes were right; nil where the targets are numbers.
  public var correctCount: Int?
  /// The number of examples.
  public var count: Int

  /// The fraction of wrong classes, counted and not taken from 1, so that 4 of 20 is exactly 0.2;
  /// nil where the targets are numbers.
  public var error: Double? { correctCount.map { Double(count - $0) / Double(max(1, count)) } }

  /// The figures of an evaluation, of which loss and accuracy follow from the others.
  ///
  /// - Parameters:
  ///   - dataLoss: The mean loss of the examples.
  ///   - penalty: What the loss gains for large weights.
  ///   - correctCount: How many classes were right; nil where the targets are numbers.
  ///   - count: The number of examples; of none the accuracy is 0.
  public init(dataLoss: Double, penalty: Double, correctCount: Int?, count: Int) {
    self.loss = dataLoss + penalty
    self.dataLoss = dataLoss
    self.penalty = penalty
    self.accuracy = correctCount.map { Double($0) / Double(max(1, count)) }
    self.correctCount = correctCount
    self.count = count
  }
}
