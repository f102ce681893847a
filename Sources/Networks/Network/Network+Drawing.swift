import TensorEngine

extension LayerParameters {
  static var none: LayerParameters { LayerParameters(names: [], tensors: [], isLearned: false) }
}

extension Network {
  /// Tries every layer with its input, and draws what has to be drawn.
  mutating func settle(_ pool: ThreadPool?) throws(EngineError) {
    var shape = inputShape
    var count = 0
    for layer in layers {
      let output = try layer.outputShape(for: shape)
      for parameter in layer.parameters(for: shape) {
        try parameter.initializer.validate(for: parameter.shape)
        count += min(parameter.shape.count, Self.parameterLimit + 1)
        try SettingCheck.count(count, "parameters", in: 0...Self.parameterLimit)
      }
      shape = output
    }
    drawParameters(layerSpecifications(), pool)
    try pool?.interruption.check()
  }

  /// The parameters of each layer.
  func layerSpecifications() -> [[ParameterSpecification]] {
    zip(layers, summaries).map { layer, summary in layer.parameters(for: summary.inputShape) }
  }

  /// For each layer, which one of its kind it is, from 1.
  func ordinals() -> [Int] {
    var counts: [String: Int] = [:]
    return layers.map { layer in
      let count = (counts[layer.kind] ?? 0) + 1
      counts[layer.kind] = count
      return count
    }
  }

  /// Draws the parameters of all layers that have learned nothing or whose shapes changed.
  mutating func drawParameters(
    _ specifications: [[ParameterSpecification]], _ pool: ThreadPool?
  ) {
    let ordinals = ordinals()
    for index in layers.indices {
      let wanted = specifications[index]
      if parameters[index].isLearned && parameters[index].fits(wanted) { continue }
      let place = "\(layers[index].kind) \(ordinals[index])"
      let tensors = wanted.map { parameter in
        let stream = RandomStream(seed: seed, name: "initialize/\(place)/\(parameter.name)")
        return parameter.initializer.values(
          shape: parameter.shape, fanIn: parameter.fanIn, fanOut: parameter.fanOut, from: stream,
          pool: pool)
      }
      parameters[index] = LayerParameters(
        names: wanted.map(\.name), tensors: tensors, isLearned: false,
        isFrozen: parameters[index].isFrozen)
    }
    forgetWhatNoLongerFits()
  }

  /// A network in which nothing is learned is as new; slots for other parameters are dropped.
  private mutating func forgetWhatNoLongerFits() {
    let hasLearned = parameters.contains { $0.isLearned }
    let allLearned = parameters.allSatisfy { $0.isLearned || $0.isFrozen || $0.tensors.isEmpty }
    let shapes = trainedShapes()
    let slotsFit = training.optimizer?.slots.allSatisfy { $0.map(\.shape) == shapes } ?? true
    if !hasLearned {
      training = TrainingState()
    } else if !allLearned || !slotsFit {
      training.optimizer = nil
    }
  }
}
