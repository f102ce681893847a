public import TensorEngine

/// One batch on its way through a network, as far as it was taken by hand.
public struct BatchPass: Equatable, Sendable {
  /// The rows of the batch among the examples.
  public var rows: [Int32]
  /// Whether the layers did what they do in training: dropout at work, statistics of the batch.
  public var isTraining: Bool
  /// The inputs as the first layer sees them, scaled: `[N, …]`.
  public var inputs: Tensor
  /// The outputs of each layer: `[N, …]`.
  public var outputs: [Tensor]
  /// What each layer multiplied its inputs by, 0 or 1 / (1 - rate): `[N, …]`; nil for a layer
  /// that is no dropout, and outside training.
  public var masks: [Tensor?]
  /// The mean of the losses of the batch.
  public var dataLoss: Double
  /// What the loss gains for large weights, by the weights before any step.
  public var penalty: Double
  /// What the way back found; nil before it was taken.
  public var gradients: BackwardPass?

  /// The loss with its penalty: `dataLoss + penalty`.
  public var loss: Double { dataLoss + penalty }
}

/// The derivatives of a batch's loss.
public struct BackwardPass: Equatable, Sendable {
  /// For each layer, by its parameters in their order; they include the penalty's.
  public var parameters: [[Tensor]]
  /// For each layer, by its outputs: `[N, …]`; nil where nothing below needs them.
  ///
  /// Of the last layer it is by what the loss reads: the sums before a sigmoid or softmax that
  /// belongs to a cross-entropy.
  public var outputs: [Tensor?]
  /// Whether that of the last layer is by the sums before its activation.
  public var endsBeforeActivation: Bool
}
