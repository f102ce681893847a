import JSON
import Networks

/// By what a network was trained, as Keras writes it.
enum KerasCompilationWriting {
  /// The text; nil for a network that was never trained.
  static func text(of network: Network, _ settings: TrainingSettings?) -> JSONValue? {
    guard let loss = network.training.loss ?? settings?.loss,
      let optimizer = network.training.optimizer?.optimizer ?? settings?.optimizer
    else { return nil }
    return [
      "optimizer": self.optimizer(optimizer, settings),
      "loss": self.loss(
        loss, smoothing: network.training.lossSettings.labelSmoothing,
        isFromLogits: network.outputActivation == .linear && loss.impliedActivation != nil),
      "loss_weights": .null, "metrics": .null, "weighted_metrics": .null, "run_eagerly": false,
      "steps_per_execution": 1, "jit_compile": "auto",
    ]
  }

  private static func loss(
    _ loss: Loss, smoothing: Double, isFromLogits: Bool
  ) -> JSONValue {
    let logits = JSONValue.Member("from_logits", .bool(isFromLogits))
    let smooth = JSONValue.Member("label_smoothing", .number(smoothing))
    func part(_ kind: String, _ members: [JSONValue.Member]) -> JSONValue {
      KerasLayerWriting.part("keras.losses", kind, .object(members))
    }
    switch loss {
    case .meanSquaredError: return "mse"
    case .meanAbsoluteError: return "mae"
    case .hinge: return "hinge"
    case .binaryCrossEntropy: return part("BinaryCrossentropy", [logits, smooth])
    case .categoricalCrossEntropy where smoothing > 0:
      return part("CategoricalCrossentropy", [logits, smooth])
    case .categoricalCrossEntropy: return part("SparseCategoricalCrossentropy", [logits])
    }
  }

  private static func optimizer(
    _ optimizer: Optimizer, _ settings: TrainingSettings?
  ) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("name", .string(optimizer.kind.rawValue)),
      .init("learning_rate", .number(optimizer.learningRate)),
    ]
    if let decay = settings?.weightDecay { members.append(.init("weight_decay", .number(decay))) }
    switch settings?.clipping {
    case .value(let bound): members.append(.init("clipvalue", .number(bound)))
    case .norm(let bound): members.append(.init("clipnorm", .number(bound)))
    case .globalNorm(let bound): members.append(.init("global_clipnorm", .number(bound)))
    case nil: break
    }
    return KerasLayerWriting.part(
      "keras.optimizers", KerasOptimizerNames.kind(of: optimizer.kind),
      .object(members + self.settings(of: optimizer.rule)))
  }

  private static func settings<Rule: UpdateRule>(of rule: Rule) -> [JSONValue.Member] {
    Rule.settings.compactMap { setting in
      let value: JSONValue
      switch setting.place {
      case .number(let path, _): value = .number(rule[keyPath: path])
      case .flag(let path): value = .bool(rule[keyPath: path])
      default: return nil
      }
      return .init(KerasOptimizerNames.name(of: setting.name), value)
    }
  }
}
