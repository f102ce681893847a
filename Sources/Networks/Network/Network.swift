public import TensorEngine

/// A stack of layers with what they have learned, as one value.
///
/// Two laws hold at all times:
///
/// - The parameters of a layer that has not been trained are those that its initializer draws
///   from the network's seed and the layer's place, so the way in which a network was put
///   together never shows.
/// - The streams are named by kind and ordinal ("initialize/dense 2/kernel"), so a layer without
///   parameters, such as a dropout, leaves the draws of all others alone.
///
/// A layer keeps what it learned while the shapes of its parameters stay.
public struct Network: Sendable {
  /// The most parameters that a network may have.
  public static let parameterLimit = 100_000_000

  /// What the network is called; it has no part in what the initializers draw.
  public var name: String
  /// The shape of one input, without the batch.
  public let inputShape: Shape
  /// The seed of the initializers.
  public internal(set) var seed: UInt64
  /// The layers from the inputs to the outputs; ``add(_:)`` and its kin change them.
  public internal(set) var layers: [any Layer] = []
  /// For each layer, what it has learned; empty for a layer without parameters.
  public internal(set) var parameters: [LayerParameters] = []
  /// How far the network has been trained.
  public internal(set) var training = TrainingState()

  /// A network without layers.
  public init(name: String = "network", inputShape: Shape, seed: UInt64 = 0) {
    self.name = name
    self.inputShape = inputShape
    self.seed = seed
  }

  /// The number of parameters of all layers.
  public var parameterCount: Int { parameters.reduce(0) { $0 + $1.count } }

  /// The number of parameters that training changes; not those of frozen layers, and no statistics.
  public var trainableParameterCount: Int {
    zip(layerSpecifications(), parameters).reduce(0) { $0 + $1.1.trainableCount(of: $1.0) }
  }

  /// The shape of one output; the input's shape where there are no layers.
  public var outputShape: Shape {
    var shape = inputShape
    // Every layer was tried with its input when it came in.
    for layer in layers { shape = (try? layer.outputShape(for: shape)) ?? shape }
    return shape
  }

  /// One line a layer.
  public var summaries: [LayerSummary] {
    var shape = inputShape
    return layers.indices.map { index in
      let (layer, input) = (layers[index], shape)
      shape = (try? layer.outputShape(for: input)) ?? input
      return LayerSummary(
        number: index + 1, layer: layer, inputShape: input, outputShape: shape,
        parameterCount: parameters[index].count,
        trainableCount: parameters[index].trainableCount(of: layer.parameters(for: input)),
        isFrozen: parameters[index].isFrozen)
    }
  }

  /// The activation of the network's outputs; linear where no layer has one.
  public var outputActivation: Activation {
    layers.last { $0.outputActivation != nil }?.outputActivation ?? .linear
  }
}

extension Network: Equatable {
  /// Whether name, input shape, seed, layers, parameters and what training left are all the same;
  /// floats compare as numbers, so 0 equals -0.
  public static func == (left: Network, right: Network) -> Bool {
    left.name == right.name && left.inputShape == right.inputShape && left.seed == right.seed
      && left.parameters == right.parameters && left.training == right.training
      && left.layers.count == right.layers.count
      && zip(left.layers, right.layers).allSatisfy { $0.equals($1) }
  }
}
