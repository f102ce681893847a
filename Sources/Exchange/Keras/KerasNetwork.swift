import JSON
package import Networks
import TensorEngine

/// A network that was taken over from another program, and what should be known of it.
package struct ForeignNetwork: Sendable {
  /// The network.
  package var network: Network
  /// By what it was to be trained; nil where the file does not say it, or nothing here knows it.
  package var settings: TrainingSettings?
  /// What was left behind, or must be known.
  package var notes: [ExchangeNote]
}

/// Puts a network together of a model and its weights.
struct KerasNetwork {
  private let model: KerasModel
  private let weights: KerasWeights?
  private let seed: UInt64
  private var notes: [ExchangeNote] = []

  private init(_ model: KerasModel, _ weights: KerasWeights?, seed: UInt64) {
    (self.model, self.weights, self.seed) = (model, weights, seed)
  }

  /// The network of a model.
  ///
  /// - Parameters:
  ///   - weights: What the layers have learned; nil draws their weights from the seed.
  ///   - compiled: What the model was to be trained by, as Keras writes it.
  ///   - isDrawn: Whether a model without weights gets some; else it gets no layers.
  static func network(
    _ model: KerasModel, _ weights: KerasWeights?, compiled: JSONValue?, seed: UInt64,
    isDrawn: Bool = true
  ) throws(ExchangeError) -> ForeignNetwork {
    var builder = KerasNetwork(model, weights, seed: seed)
    var network = try builder.network(isDrawn: isDrawn)
    var notes = model.notes + builder.notes
    let compilation = KerasCompilation(compiled, output: network.outputActivation)
    if let loss = compilation.loss {
      network.takeLoss(loss, LossSettings(labelSmoothing: compilation.labelSmoothing))
    }
    notes += compilation.notes
    var settings = compilation.settings
    if let weights, let memory = weights.memory {
      let taken = settings.flatMap {
        Self.remember(memory, weights.bytes, $0.optimizer, in: &network)
      }
      if let taken {
        settings?.optimizer = taken
      } else if !(1...2).contains(memory.count) {
        // An optimizer that has made no step has nothing but its count and its rate.
        notes.append(.memory)
      }
    }
    if weights == nil, isDrawn, network.parameterCount > 0 { notes.append(.freshWeights) }
    var unique: [ExchangeNote] = []
    for note in notes where !unique.contains(note) { unique.append(note) }
    return ForeignNetwork(network: network, settings: settings, notes: unique)
  }

  /// Has a network remember what its optimizer did, and gives that with the rate that it had last;
  /// nil where the file has something else.
  private static func remember(
    _ sets: [HDF5Tree.DataSet], _ bytes: [UInt8], _ optimizer: Optimizer, in network: inout Network
  ) -> Optimizer? {
    guard
      let memory = KerasMemory.read(
        sets, in: bytes, of: optimizer, shapes: network.trainedShapes())
    else { return nil }
    var optimizer = optimizer
    if let rate = memory.learningRate, rate != Float(optimizer.learningRate) {
      optimizer.learningRate = Double(rate)
    }
    network.takeMemory(optimizer, steps: memory.steps, slots: memory.slots)
    return optimizer
  }

  private mutating func network(isDrawn: Bool) throws(ExchangeError) -> Network {
    var parts: [Part] = []
    var shape = model.input
    var count = 0
    for text in model.layers {
      let part = try Self.part(text, shape, &notes)
      count += part.parameters.reduce(0) { $0 + min($1.shape.count, Network.parameterLimit + 1) }
      guard count <= Network.parameterLimit else {
        throw .layer(
          name: text.name, kind: text.kind,
          .engine(
            .outOfRange(
              what: "parameters", valid: "0 to \(Network.parameterLimit)", actual: Double(count))))
      }
      shape = part.output
      parts.append(part)
    }
    do throws(MemoryShortage) {
      try MemoryBudget.current.require(4 * count, for: .parameters(count))
    } catch {
      throw .memory(error)
    }
    guard let weights else { return try drawn(isDrawn ? parts : []) }
    return try learned(parts, weights)
  }

  /// A layer with what follows from its input.
  struct Part {
    let text: KerasModel.LayerText
    let layer: any Layer
    let isFrozen: Bool
    let parameters: [ParameterSpecification]
    let input: Shape
    let output: Shape
  }

  /// A layer of a text, for an input of a shape.
  static func part(
    _ text: KerasModel.LayerText, _ shape: Shape, _ notes: inout [ExchangeNote]
  ) throws(ExchangeError) -> Part {
    var settings = KerasSettings(name: text.name, kind: text.kind, text.settings)
    guard let make = KerasLayerReading.makers[text.kind] else {
      throw settings.refusal(.unknownClass)
    }
    let isFrozen = try settings.isFrozen(&notes)
    var layer = try make(&settings, shape, &notes)
    try settings.finish()
    if !KerasNames.isAutomatic(text.name, of: text.kind) {
      guard KerasNames.isPrintable(text.name) else {
        throw settings.refusal(of: "name", .string(text.name))
      }
      layer = named(layer, text.name)
    }
    do throws(EngineError) {
      let output = try layer.outputShape(for: shape)
      return Part(
        text: text, layer: layer, isFrozen: isFrozen, parameters: layer.parameters(for: shape),
        input: shape, output: output)
    } catch {
      throw settings.refusal(.engine(error))
    }
  }

  /// The layer under a name, which is a setting of each of its own.
  private static func named<Some: Layer>(_ layer: Some, _ name: String) -> any Layer {
    var layer = layer
    for setting in Some.settings {
      if case .name(let path) = setting.place { layer[keyPath: path] = name }
    }
    return layer
  }

  private func learned(
    _ parts: [Part], _ weights: KerasWeights
  ) throws(ExchangeError) -> Network {
    let kinds = parts.filter { !$0.parameters.isEmpty }.map { KerasNames.group(of: $0.text.kind) }
    var data = try weights.layers(of: kinds)[...]
    var learned: [LearnedLayer] = []
    for part in parts {
      var tensors: [Tensor] = []
      if !part.parameters.isEmpty, let next = data.popFirst() {
        tensors = try weights.tensors(
          next, part.parameters, name: part.text.name, kind: part.text.kind)
      }
      learned.append(LearnedLayer(part.layer, tensors: tensors, isFrozen: part.isFrozen))
    }
    do throws(EngineError) {
      return try Network(
        name: model.name, inputShape: model.input, seed: seed, learned: learned)
    } catch {
      throw .layer(name: model.name, kind: "Sequential", .engine(error))
    }
  }

  /// The layers with weights that the seed draws, all at once: to add them one by one would take a
  /// time that grows with the square of their number.
  private func drawn(_ parts: [Part]) throws(ExchangeError) -> Network {
    var place = (name: model.name, kind: "Sequential")
    do throws(EngineError) {
      for part in parts where !part.parameters.isEmpty {
        // What is more work than is done unasked, as a large orthogonal matrix is, is refused.
        place = (part.text.name, part.text.kind)
        var alone = Network(inputShape: part.input)
        try alone.add(part.layer)
      }
      var network = try Network(
        name: model.name, inputShape: model.input, seed: seed,
        learned: parts.map { part in
          LearnedLayer(
            part.layer, tensors: part.parameters.map { Tensor(shape: $0.shape) }, isFrozen: false)
        })
      network.initialize(seed: seed)
      var start = 0
      while let first = parts[start...].firstIndex(where: \.isFrozen) {
        let end = parts[first...].firstIndex { !$0.isFrozen } ?? parts.count
        try network.freeze(layers: first + 1...end)
        start = end
      }
      return network
    } catch {
      throw .layer(name: place.name, kind: place.kind, .engine(error))
    }
  }
}
