package import TensorEngine

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
    let specifications = layerSpecifications()
    try requireMemory(
      forDrawing: layers.indices.filter {
        !(parameters[$0].isLearned && parameters[$0].fits(specifications[$0]))
      })
    drawParameters(specifications, pool)
    try pool?.interruption.check()
  }

  /// Asks for the memory that drawing all parameters anew takes.
  ///
  /// - Throws: `memory` where there is not so much.
  package func requireMemoryForInitializing() throws(EngineError) {
    try requireMemory(forDrawing: layers.indices.filter { !parameters[$0].isFrozen })
  }

  /// Asks for the memory of the parameters of some layers, and of the numbers in double precision
  /// that one of them at a time is drawn as.
  private func requireMemory(forDrawing layers: [Int]) throws(EngineError) {
    let specifications = layerSpecifications()
    let counts = layers.flatMap { specifications[$0].map(\.shape.count) }
    let count = counts.reduce(0, +)
    do throws(MemoryShortage) {
      try MemoryBudget.current.require(
        MemoryBudget.sum(
          MemoryBudget.bytes(of: Float.self, count),
          MemoryBudget.bytes(of: Double.self, counts.max() ?? 0)),
        for: .parameters(count))
    } catch {
      throw .memory(error)
    }
  }

  /// The parameters of each layer.
  func layerSpecifications() -> [[ParameterSpecification]] {
    var shape = inputShape
    return layers.map { layer in
      let input = shape
      shape = (try? layer.outputShape(for: input)) ?? input
      return layer.parameters(for: input)
    }
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
