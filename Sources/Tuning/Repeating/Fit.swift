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
    var examples = try variant.seen(examples)
    if let scaling {
      do throws(EngineError) {
        examples = try examples.scaled(by: scaling)
      } catch { throw .engine(error) }
    }
    let network = try Trainer(
      network: variant.network, examples: examples, trainingRows: training,
      validationRows: variant.settings.watchesValidation ? judging : [],
      settings: variant.settings
    ).result(control: control).network
    let score = Score(
      training: try network.evaluate(examples, rows: training, pool: control.pool),
      judging: try network.evaluate(examples, rows: judging, pool: control.pool),
      outputs: keepsOutputs
        ? try network.predict(examples, rows: judging, pool: control.pool).elements : [],
      decisionThreshold: network.decisionThreshold)
    guard score.isFinite else {
      throw .engine(
        .diverged(epoch: network.training.epochs, step: network.training.steps, what: "loss"))
    }
    return score
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
