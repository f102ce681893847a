public import Networks
public import TensorEngine

/// One training of many, with all that it is told.
public struct Fit: Sendable {
  /// The network before its training, and how it is trained.
  public var variant: Comparison.Variant
  /// The rows to learn from.
  public var training: [Int32]
  /// The rows that are looked at after each epoch where the settings ask for them, and that judge
  /// the network at the end.
  public var judging: [Int32]
  /// Whether the outputs for the judging rows are kept.
  public var keepsOutputs: Bool
  /// The scaling that was fitted to the training rows; nil for that of the examples.
  public var scaling: FeatureScaling?
  /// What it is judged by beside its evaluations; nil for nothing.
  package var judgement: Judgement?

  /// What a training is judged by.
  package struct Judgement: Sendable {
    /// The measure.
    package let criterion: Criterion
    /// The positive class of two.
    package let positive: Int

    /// A measure, and the class that it may be about.
    package init(_ criterion: Criterion, positive: Int) {
      self.criterion = criterion
      self.positive = positive
    }
  }

  /// A training.
  public init(
    variant: Comparison.Variant, training: [Int32], judging: [Int32], keepsOutputs: Bool = false,
    scaling: FeatureScaling? = nil
  ) {
    self.variant = variant
    self.training = training
    self.judging = judging
    self.keepsOutputs = keepsOutputs
    self.scaling = scaling
  }

  /// What came of it.
  public struct Score: Sendable {
    /// How the network does on the rows that it learned from.
    public let training: Evaluation
    /// How it does on the rows that judge it.
    public let judging: Evaluation
    /// Its outputs for these, `[N, outputs]`; empty where they were not to be kept.
    public let outputs: [Float]
    /// A single output above this means class 1.
    public let decisionThreshold: Float
    /// What it comes to by its judgement on the rows that it learned from; nil where nothing was
    /// asked for, and where that is not defined on them.
    package fileprivate(set) var learned: Double?
    /// The same on the rows that judge.
    package fileprivate(set) var judged: Double?

    /// Finite weights may still give losses and outputs that are none.
    fileprivate var isFinite: Bool {
      training.loss.isFinite && judging.loss.isFinite && outputs.allSatisfy(\.isFinite)
    }
  }

  /// Trains, and judges. The validation loss is measured after each epoch only where something
  /// waits for it.
  ///
  /// - Throws: As `Trainer.run(control:)`; `diverged` also for a loss or an output at the end that is
  ///   no finite number.
  func score(on examples: Examples, _ control: TrainingControl) throws(NetworkError) -> Score {
    let examples = try seen(examples)
    return try score(of: try trained(on: examples, control), on: examples, control)
  }

  /// A training that goes on, as far as it has come.
  package struct Advance: Sendable {
    /// The network, with the memory of its optimizer.
    package let network: Network
    /// What it comes to by its judgement on the rows that judge; nil where that is not defined.
    package let judged: Double?
  }

  /// Trains, and judges on the rows that judge alone.
  func advance(
    on examples: Examples, _ control: TrainingControl
  ) throws(NetworkError) -> Advance {
    let examples = try seen(examples)
    let network = try trained(on: examples, control)
    let evaluation = try network.evaluate(examples, rows: judging, pool: control.pool)
    guard evaluation.loss.isFinite else { throw diverged(network) }
    let judged = try judgement?.value(of: network, evaluation, on: examples, rows: judging, control)
    return Advance(network: network, judged: judged ?? nil)
  }

  /// Judges the network as it is.
  func measured(on examples: Examples, _ control: TrainingControl) throws(NetworkError) -> Score {
    try score(of: variant.network, on: try seen(examples), control)
  }

  /// The examples as the network sees them.
  private func seen(_ examples: Examples) throws(NetworkError) -> Examples {
    let examples = try variant.seen(examples)
    guard let scaling else { return examples }
    do throws(EngineError) {
      return try examples.scaled(by: scaling)
    } catch { throw .engine(error) }
  }

  private func trained(
    on examples: Examples, _ control: TrainingControl
  ) throws(NetworkError) -> Network {
    try Trainer(
      network: variant.network, examples: examples, trainingRows: training,
      validationRows: variant.settings.watchesValidation ? judging : [],
      settings: variant.settings
    ).result(control: control).network
  }

  private func score(
    of network: Network, on examples: Examples, _ control: TrainingControl
  ) throws(NetworkError) -> Score {
    var score = Score(
      training: try network.evaluate(examples, rows: training, pool: control.pool),
      judging: try network.evaluate(examples, rows: judging, pool: control.pool),
      outputs: keepsOutputs
        ? try network.predict(examples, rows: judging, pool: control.pool).elements : [],
      decisionThreshold: network.decisionThreshold)
    guard score.isFinite else { throw diverged(network) }
    if let judgement {
      score.learned = try judgement.value(
        of: network, score.training, on: examples, rows: training, control)
      score.judged = try judgement.value(
        of: network, score.judging, on: examples, rows: judging, control)
    }
    return score
  }

  private func diverged(_ network: Network) -> NetworkError {
    .engine(
      .diverged(epoch: network.training.epochs, step: network.training.steps, what: "loss"))
  }

  /// The same training going on for some more epochs: to the bit what it would be in one run.
  package func goingOn(from network: Network, epochs: Int) -> Fit {
    var fit = self
    fit.variant.network = network
    fit.variant.settings.epochs = epochs
    return fit
  }
}

extension Fit.Judgement {
  fileprivate func value(
    of network: Network, _ evaluation: Evaluation, on examples: Examples, rows: [Int32],
    _ control: TrainingControl
  ) throws(NetworkError) -> Double? {
    try criterion.value(
      of: network, evaluation, on: examples, rows: rows, positive: positive, pool: control.pool)
  }
}

extension TrainingSettings {
  /// Whether a rule of the training waits for a validation loss or accuracy.
  var watchesValidation: Bool {
    if earlyStopping?.monitor.needsValidation == true { return true }
    if targets.contains(where: { $0.bounds.contains { $0.monitor.needsValidation } }) {
      return true
    }
    if case .plateau(let rule)? = rateControl { return rule.monitor.needsValidation }
    return false
  }
}
