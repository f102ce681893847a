public import TensorEngine

/// Everything that a training run is told, apart from the network and the data.
public struct TrainingSettings: Hashable, Codable, Sendable {
  /// How many examples a step learns from where nothing else is said, as in Keras.
  public static let usualBatchSize = 32

  /// How often every training example is used; 0 or more.
  public var epochs: Int
  /// How many examples a step uses; nil is all of them. More than there are is all of them.
  public var batchSize: Int?
  /// The rule by which a step changes the parameters.
  public var optimizer: Optimizer
  /// What changes the optimizer's rate as training goes on; nil keeps it.
  public var rateControl: RateControl?
  /// The decoupled weight decay d: each step first takes rate · d · w from every trained parameter,
  /// biases too, as in Keras. It is no part of the loss. Nil is the optimizer's usual one, which is
  /// 0 but for AdamW.
  public var weightDecay: Double?
  /// The bound on the gradients; nil lets them grow.
  public var clipping: GradientClipping?
  /// The loss; nil follows from the last layer and the targets, see ``Loss/following(_:_:)``.
  public var loss: Loss?
  /// The share of each target that is spread over all classes, see ``LossSettings``.
  public var labelSmoothing = 0.0
  /// How much the examples of each class count; nil for all alike.
  public var classWeights: ClassWeights?
  /// The loss gains l1 · Σ|w| over all kernels, on top of what the layers ask for.
  public var l1: Double
  /// The loss gains l2 · Σw² over all kernels, Keras's form, on top of what the layers ask for.
  public var l2: Double
  /// The loss gains λ / (2m) · Σw² over all kernels, with m training examples.
  public var lambda: Double
  /// The loss gains λ₁ / m · Σ|w| over all kernels.
  public var lambda1 = 0.0
  /// Whether the penalties of the training count the biases too.
  public var penalizesBias = false
  /// Stored only where it is on, so that settings which were saved before it existed are read too.
  private var proximal: Bool?
  /// What comes into a unit is kept within this norm after each step; nil for no limit. A layer's
  /// own limit goes first.
  public var maxNorm: Double?
  /// Stops after this many steps of this run, so that an interrupted run can be repeated.
  public var maximumSteps: Int?
  /// When to end before the last epoch; nil for never.
  public var earlyStopping: EarlyStopping?
  /// The run ends after the first epoch that reaches one of them, and the network then holds the
  /// parameters of that epoch, whatever early stopping says.
  public var targets: [StoppingTarget] = []
  /// The seed of shuffling and dropout.
  public var seed: UInt64

  /// Makes settings, by default one epoch of plain gradient descent in batches of 32; what is not
  /// named here can be set afterwards, and all of it is checked by ``validate()``.
  public init(
    epochs: Int = 1, batchSize: Int? = usualBatchSize, optimizer: Optimizer = .sgd(SGD()),
    rateControl: RateControl? = nil, weightDecay: Double? = nil,
    clipping: GradientClipping? = nil, loss: Loss? = nil, l1: Double = 0, l2: Double = 0,
    lambda: Double = 0,
    maximumSteps: Int? = nil, earlyStopping: EarlyStopping? = nil, seed: UInt64 = 0
  ) {
    self.epochs = epochs
    self.batchSize = batchSize
    self.optimizer = optimizer
    self.rateControl = rateControl
    self.weightDecay = weightDecay
    self.clipping = clipping
    self.loss = loss
    self.l1 = l1
    self.l2 = l2
    self.lambda = lambda
    self.maximumSteps = maximumSteps
    self.earlyStopping = earlyStopping
    self.seed = seed
  }

  /// Whether l1, that of the layers and λ₁ too, is taken by a soft threshold behind each step,
  ///
  ///     w := sign(w) · max(|w| - rate · l1, 0)
  ///
  /// which makes weights exactly 0, instead of by its gradient l1 · sign(w).
  public var isProximal: Bool {
    get { proximal ?? false }
    set { proximal = newValue ? true : nil }
  }

  /// The weight decay that is in force.
  public var decay: Double { weightDecay ?? optimizer.rule.usualWeightDecay }

  /// The penalty on all kernels, and on the biases where asked for, for a number of training
  /// examples.
  public func penalty(examples: Int) -> Penalty {
    Penalty(l1: l1, l2: l2, penalizesBias: penalizesBias)
      + Penalty(lambda: lambda, examples: examples)
      + Penalty(lambda1: lambda1, examples: examples)
  }

  /// Checks all settings, those of the optimizer and of early stopping too.
  ///
  /// - Throws: `outOfRange` for the first setting outside its range, `misfit` for a schedule or a
  ///   target that makes no sense.
  public func validate() throws(EngineError) {
    try validateSettings()
    try optimizer.validate()
    try rateControl?.validate()
    try earlyStopping?.validate()
    for target in targets { try target.validate() }
  }
}
