/// The settings of a training, each declared once. Those of an optimizer are its own, see
/// ``UpdateRule``.
public enum TrainingSetting {
  /// How often every training example is used.
  package static let epochs = Setting<TrainingSettings>(
    "epochs", .count(\.epochs, 1...1_000_000), meaning: "passes over the training examples",
    engineRange: 0...Int.max, isAlwaysShown: true)
  /// How many examples a step uses; `all` is no size.
  package static let batch = Setting<TrainingSettings>(
    "batch", .countOrAll(\.batchSize, 1...1_000_000), meaning: "examples a step",
    engineRange: 1...Int.max, isAlwaysShown: true)
  /// The rule of a step.
  package static let optimizer = Setting<TrainingSettings>(
    "optimizer", .written { .word($0.optimizer.kind.rawValue) }, standard: "sgd",
    meaning: "how a gradient becomes a step", isAlwaysShown: true)
  /// A schedule that says by itself what the rates are leaves it out.
  package static let rate = Setting<TrainingSettings>(
    "rate", .number(\.optimizer.learningRate, .positive.usually("0.0001 to 1")),
    meaning: "the learning rate", isAlwaysShown: true)
  /// What changes the rate as training goes on.
  package static let schedule = Setting<TrainingSettings>(
    "schedule", .written { $0.rateControl?.settingValue }, standard: "constant",
    meaning: "how the rate changes: exponential(rate=0.1, decay=0.5, every=10), "
      + "warmup(5, cosine(over=60)) …; per=epoch or per=step; help schedules lists them")
  /// The share of each weight that a step takes away, times the rate.
  package static let weightDecay = Setting<TrainingSettings>(
    "weight_decay", .optionalNumber(\.weightDecay, .notNegative),
    meaning: "takes rate * weight_decay * w from each parameter w at each step; no part of the "
      + "loss")
  /// The bound on each element of a gradient.
  package static let clip = Setting<TrainingSettings>(
    "clip", .optionalNumber(\.valueBound, .positive),
    meaning: "keeps each gradient within -c ... c")
  /// The bound on the norm of the gradient of a parameter.
  package static let clipNorm = Setting<TrainingSettings>(
    "clipnorm", .optionalNumber(\.normBound, .positive),
    meaning: "keeps the norm of each layer's gradient, of weights and of biases, within c")
  /// The bound on the norm of all gradients together.
  package static let globalClipNorm = Setting<TrainingSettings>(
    "global_clipnorm", .optionalNumber(\.globalNormBound, .positive),
    meaning: "keeps the norm of all gradients together within c")
  /// What training makes smaller.
  package static let loss = Setting<TrainingSettings>(
    "loss", .written { $0.loss.map { .word($0.rawValue) } },
    standard: "follows from the last layer", meaning: "what is made smaller")
  /// The share of a target that all classes get alike.
  package static let labelSmoothing = Setting<TrainingSettings>(
    "label_smoothing", .number(\.labelSmoothing, .belowOne),
    meaning: "cross-entropy: the share of each target that all classes get alike")
  /// How much the examples of each class count.
  package static let classWeight = Setting<TrainingSettings>(
    "class_weight", .written { $0.classWeights?.settingValue }, standard: "no",
    meaning: "how much each class counts: balanced, or 1,5 with one number a class")
  /// The factor of the sum of all kernels' sizes, without a count of examples.
  package static let l1 = Setting<TrainingSettings>(
    "l1", .number(\.l1, .notNegative), meaning: "adds l1 * sum(|w|) for all weights")
  /// The factor of the sum of all squared kernels, without a half.
  package static let l2 = Setting<TrainingSettings>(
    "l2", .number(\.l2, .notNegative),
    meaning: "adds l2 * sum(w^2) for all weights (Keras's form)")
  /// The factor of the sum of squares over twice the training examples.
  package static let lambda = Setting<TrainingSettings>(
    "lambda", .number(\.lambda, .notNegative),
    meaning: "adds lambda / (2 m) * sum(w^2), m training examples")
  /// The factor of the sum of sizes over the training examples.
  package static let lambda1 = Setting<TrainingSettings>(
    "lambda1", .number(\.lambda1, .notNegative),
    meaning: "adds lambda1 / m * sum(|w|), m training examples")
  /// Whether l1 is taken by a soft threshold behind each step.
  package static let proximal = Setting<TrainingSettings>(
    "proximal", .flag(\.isProximal),
    meaning: "takes l1 behind each step, w := sign(w) max(|w| - rate * l1, 0), which makes exact "
      + "zeros; without it l1 adds its gradient, l1 * sign(w)")
  /// Whether the penalties count the biases too.
  package static let penalizeBias = Setting<TrainingSettings>(
    "penalize_bias", .flag(\.penalizesBias),
    meaning: "whether these penalties count the biases too")
  /// The norm that the weights into a unit are kept within.
  package static let maxNorm = Setting<TrainingSettings>(
    "max_norm", .optionalNumber(\.maxNorm, .positive.usually("2 to 4")),
    meaning: "after each step, keeps the norm of what comes into a unit within this")
  /// What ends a training before its last epoch.
  package static let stop = Setting<TrainingSettings>(
    "stop", .written { $0.stops }, standard: "never",
    meaning: "ends early: early(patience=10, delta=0, start=0, monitor=validation_loss, "
      + "restore=yes, baseline=…), or good enough: target(validation_accuracy=90%); several behind "
      + "commas; help callbacks explains them")
  /// After how many steps of this run it is broken off.
  package static let steps = Setting<TrainingSettings>(
    "steps", .optionalCount(\.maximumSteps, 0...1_000_000_000),
    meaning: "stops after so many steps, even within an epoch", engineRange: 0...Int.max)

  /// At most one of them is set.
  package static let clipping = [clip, clipNorm, globalClipNorm]
}

extension TrainingSettings: Configured {
  /// The settings of a training that is told nothing.
  public static let usual = TrainingSettings()

  /// All but those of the optimizer, and but the seed, which is the session's.
  public static let settings: [Setting<TrainingSettings>] = beforeOptimizer + behindOptimizer

  private static let beforeOptimizer = [
    TrainingSetting.epochs, TrainingSetting.batch, TrainingSetting.optimizer, TrainingSetting.rate,
  ]

  private static let behindOptimizer =
    [TrainingSetting.schedule, TrainingSetting.weightDecay] + TrainingSetting.clipping + [
      TrainingSetting.loss, TrainingSetting.labelSmoothing, TrainingSetting.l1, TrainingSetting.l2,
      TrainingSetting.lambda, TrainingSetting.lambda1, TrainingSetting.proximal,
      TrainingSetting.maxNorm, TrainingSetting.penalizeBias, TrainingSetting.classWeight,
      TrainingSetting.stop,
      TrainingSetting.steps,
    ]

  /// What is typed to get these settings, those of the optimizer behind its rate.
  public var written: [WrittenSetting] {
    let hasOwnRate = rateControl?.hasOwnRate == true
    let first = written(Self.beforeOptimizer).filter {
      !(hasOwnRate && $0.name == TrainingSetting.rate.name)
    }
    return first + optimizer.written + written(Self.behindOptimizer)
  }

  /// The bound on each element of a gradient; nil where the clipping is of another kind.
  fileprivate var valueBound: Double? {
    get { if case .value(let bound)? = clipping { bound } else { nil } }
    set { clipping = newValue.map { .value($0) } }
  }

  /// The bound on the norm of each parameter's gradient; nil where the clipping is of another kind.
  fileprivate var normBound: Double? {
    get { if case .norm(let bound)? = clipping { bound } else { nil } }
    set { clipping = newValue.map { .norm($0) } }
  }

  /// The bound on the norm of all gradients; nil where the clipping is of another kind.
  fileprivate var globalNormBound: Double? {
    get { if case .globalNorm(let bound)? = clipping { bound } else { nil } }
    set { clipping = newValue.map { .globalNorm($0) } }
  }

  /// What ends the training early; nil for nothing.
  fileprivate var stops: SettingValue? {
    let stops = (earlyStopping.map { [$0.settingValue] } ?? []) + targets.map(\.settingValue)
    return stops.isEmpty ? nil : .list(stops)
  }
}

extension ClassWeights {
  fileprivate var settingValue: SettingValue {
    switch self {
    case .balanced: .word("balanced")
    case .given(let weights): .list(weights.map { .number($0) })
    }
  }
}
