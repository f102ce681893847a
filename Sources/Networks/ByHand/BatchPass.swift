package import TensorEngine

/// One batch on its way through a network, as far as it was taken by hand.
package struct BatchPass: Equatable, Sendable {
  /// The rows of the batch among the examples.
  package var rows: [Int32]
  /// Whether the layers did what they do in training: dropout at work, statistics of the batch.
  package var isTraining: Bool
  /// The inputs as the first layer sees them, scaled: `[N, …]`.
  package var inputs: Tensor
  /// The outputs of each layer: `[N, …]`.
  package var outputs: [Tensor]
  /// What each layer multiplied its inputs by, 0 or 1 / (1 - rate): `[N, …]`; nil for a layer
  /// that is no dropout, and outside training.
  package var masks: [Tensor?]
  /// The mean of the losses of the batch.
  package var dataLoss: Double
  /// What the loss gains for large weights, by the weights before any step.
  package var penalty: Double
  /// What the way back found; nil before it was taken.
  package var gradients: BackwardPass?

  /// The loss with its penalty: `dataLoss + penalty`.
  package var loss: Double { dataLoss + penalty }
}

/// The derivatives of a batch's loss.
package struct BackwardPass: Equatable, Sendable {
  /// For each layer, by its parameters in their order; they include the penalty's.
  package var parameters: [[Tensor]]
  /// For each layer, by its outputs: `[N, …]`; nil where nothing below needs them.
  ///
  /// Of the last layer it is by what the loss reads: the sums before a sigmoid or softmax that
  /// belongs to a cross-entropy.
  package var outputs: [Tensor?]
  /// Whether that of the last layer is by the sums before its activation.
  package var endsBeforeActivation: Bool
}
