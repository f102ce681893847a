public import TensorEngine

/// Why a network refuses to train, evaluate or predict: facts, no sentences.
public enum NetworkError: Error, Equatable, Sendable {
  /// A refusal that is not about networks: a setting out of its range, an input of another
  /// shape, a training that diverged.
  case engine(EngineError)
  /// The network has no layers.
  case noLayers
  /// The network has nothing to learn: none of its layers has parameters.
  case noParameters
  /// Every layer that could learn is frozen.
  case allFrozen
  /// There are no examples to train or to evaluate on.
  case noExamples
  /// The last layer, the loss and the targets do not fit together.
  case outputMismatch(OutputMismatch)
  /// Early stopping watches something that this training does not measure: there are no
  /// validation examples, or the targets are not classes.
  case cannotMonitor(Monitor)
  /// A target names something that this training does not measure.
  case cannotAimAt(Monitor)
  /// A run that was broken off trained on another number of examples.
  case otherExamples(expected: Int, actual: Int)
  /// A rule for plateaus watches something that this training does not measure.
  case cannotWaitFor(Monitor)
}

/// The facts of an output that does not fit its targets.
public struct OutputMismatch: Equatable, Sendable {
  /// The last layer as it is typed: "dense 3 softmax".
  public var layer: String
  /// The shape of its output.
  public var outputShape: Shape
  /// The activation of the outputs.
  public var activation: Activation
  /// The loss that was asked for, or that follows from activation and targets.
  public var loss: Loss
  /// What the targets are.
  public var targets: TargetForm
  /// Last layers that would fit, the usual one first: "dense 10 softmax".
  public var fitting: [String]

  /// Puts the facts together.
  public init(
    layer: String, outputShape: Shape, activation: Activation, loss: Loss, targets: TargetForm,
    fitting: [String]
  ) {
    self.layer = layer
    self.outputShape = outputShape
    self.activation = activation
    self.loss = loss
    self.targets = targets
    self.fitting = fitting
  }
}
