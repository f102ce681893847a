import JSON
import Networks

/// By what Keras was to train a model, as far as it is known here.
struct KerasCompilation {
  private(set) var loss: Loss?
  private(set) var labelSmoothing = 0.0
  private(set) var settings: TrainingSettings?
  private(set) var notes: [ExchangeNote] = []

  /// - Parameters:
  ///   - value: What a file says of it: `compile_config`, or the older `training_config`.
  ///   - output: What the last layer gives.
  init(_ value: JSONValue?, output: Activation) {
    guard let value else { return }
    if let loss = value["loss"], loss != .null { readLoss(loss, output) }
    let metrics = [value["metrics"], value["weighted_metrics"]].flatMap { Self.names(in: $0) }
    if !metrics.isEmpty { notes.append(.metrics(metrics)) }
    guard let optimizer = value["optimizer"] ?? value["optimizer_config"], optimizer != .null else {
      return
    }
    readOptimizer(optimizer)
    settings?.loss = loss
    settings?.labelSmoothing = labelSmoothing
  }

  /// The names in a list of metrics, which older files put into another list, and some beside a class.
  private static func names(in value: JSONValue?) -> [String] {
    if let list = value?.list { return list.flatMap { names(in: $0) } }
    guard let value, value != .null else { return [] }
    let name = value.string ?? value["config"]?["name"]?.string ?? value["class_name"]?.string
    return name.map { [$0] } ?? []
  }

  private static let losses: [String: Loss] = [
    "mse": .meanSquaredError, "mean_squared_error": .meanSquaredError,
    "meansquarederror": .meanSquaredError,
    "mae": .meanAbsoluteError, "mean_absolute_error": .meanAbsoluteError,
    "meanabsoluteerror": .meanAbsoluteError,
    "binary_crossentropy": .binaryCrossEntropy, "binarycrossentropy": .binaryCrossEntropy,
    "categorical_crossentropy": .categoricalCrossEntropy,
    "categoricalcrossentropy": .categoricalCrossEntropy,
    "sparse_categorical_crossentropy": .categoricalCrossEntropy,
    "sparsecategoricalcrossentropy": .categoricalCrossEntropy, "hinge": .hinge,
  ]

  private mutating func readLoss(_ value: JSONValue, _ output: Activation) {
    let only = value.list?.count == 1 ? value.list?.first ?? value : value
    let config = only["config"]
    let kind = only["class_name"]?.string
    let name = only.string ?? (kind == "function" ? config?.string : kind)
    guard let name, let found = Self.losses[name.lowercased()] else {
      return notes.append(.loss(name ?? only.text))
    }
    let isFromLogits = config?["from_logits"] == true
    let activation = found.impliedActivation
    // Which of both the outputs are decides what is computed from them.
    let fits = activation == nil || output == (isFromLogits ? .linear : activation)
    guard fits else { return notes.append(.loss(name)) }
    loss = found
    let smoothing = config?["label_smoothing"]?.double ?? 0
    labelSmoothing = smoothing >= 0 && smoothing < 1 ? smoothing : 0
    if isFromLogits, let activation { notes.append(.logits(activation.rawValue)) }
  }

  private mutating func readOptimizer(_ value: JSONValue) {
    let name = value.string ?? value["class_name"]?.string ?? ""
    guard let kind = Optimizer.Kind(rawValue: name.lowercased()) else {
      return notes.append(.optimizer(name.isEmpty ? value.text : name))
    }
    let config = value["config"]
    var optimizer = kind.optimizer()
    if let rate = config?["learning_rate"] ?? config?["lr"] {
      // The rate of a schedule is where it begins.
      let number = (rate.double ?? rate["config"]?["initial_learning_rate"]?.double)
        .map(Self.shortest)
      if rate.double == nil { notes.append(.optimizer(rate["class_name"]?.string ?? rate.text)) }
      if let number, number > 0, number.isFinite { optimizer.learningRate = number }
    }
    optimizer.change { $0 = Self.configured($0, by: config) }
    var settings = TrainingSettings(optimizer: optimizer)
    settings.weightDecay = config?["weight_decay"]?.double
    let bounds: [(String, (Double) -> GradientClipping)] = [
      ("clipvalue", { .value($0) }), ("clipnorm", { .norm($0) }),
      ("global_clipnorm", { .globalNorm($0) }),
    ]
    for (name, clipping) in bounds {
      if let bound = config?[name]?.double { settings.clipping = clipping(bound) }
    }
    for (name, isUnknown) in [
      ("use_ema", config?["use_ema"] == true), ("decay", (config?["decay"]?.double ?? 0) != 0),
      ("gradient_accumulation_steps", config?["gradient_accumulation_steps"]?.whole != nil),
      ("loss_scale_factor", config?["loss_scale_factor"]?.double != nil),
    ] where isUnknown { notes.append(.optimizer("\(name) of \(kind.rawValue)")) }
    guard (try? settings.validate()) != nil else { return notes.append(.optimizer(name)) }
    self.settings = settings
  }

  /// The shortest decimal of a number that Keras keeps in 32 bits: 0.05, and not 0.0500000007.
  private static func shortest(_ number: Double) -> Double {
    Double(Float(number)) == number ? Double(Float(number).description) ?? number : number
  }

  /// The settings that a rule declares, under Keras's names for them.
  private static func configured<Rule: UpdateRule>(_ rule: Rule, by config: JSONValue?)
    -> any UpdateRule
  {
    var rule = rule
    for setting in Rule.settings {
      guard let value = config?[KerasOptimizerNames.name(of: setting.name)] else { continue }
      switch setting.place {
      case .number(let path, _):
        if let number = value.double { rule[keyPath: path] = number }
      case .flag(let path): rule[keyPath: path] = value == true
      default: break
      }
    }
    return rule
  }
}

/// How Keras calls the settings of optimizers.
enum KerasOptimizerNames {
  /// Keras's name of a setting of ours.
  static func name(of setting: String) -> String {
    switch setting {
    case "beta1": "beta_1"
    case "beta2": "beta_2"
    case "accumulator": "initial_accumulator_value"
    default: setting
    }
  }

  /// Keras's class of an optimizer.
  static func kind(of kind: Optimizer.Kind) -> String {
    switch kind {
    case .sgd: "SGD"
    case .rmsprop: "RMSprop"
    case .adam: "Adam"
    case .adamw: "AdamW"
    case .adagrad: "Adagrad"
    case .adadelta: "Adadelta"
    case .nadam: "Nadam"
    }
  }
}

extension Loss {
  /// What has to follow a linear last layer so that its outputs are what this loss compares.
  var impliedActivation: Activation? {
    switch self {
    case .binaryCrossEntropy: .sigmoid
    case .categoricalCrossEntropy: .softmax
    case .meanSquaredError, .meanAbsoluteError, .hinge: nil
    }
  }
}
