public import TensorEngine

/// One line of a network's summary.
public struct LayerSummary: Sendable {
  /// The position in the network, from 1.
  public var number: Int
  /// The layer itself; its words are made when they are asked for, and not for every training.
  package let layer: any Layer
  /// The shape of one input, without the batch.
  public var inputShape: Shape
  /// The shape of one output, without the batch.
  public var outputShape: Shape
  /// How many numbers the layer keeps, statistics among them.
  public var parameterCount: Int
  /// How many of the parameters training changes: none of a frozen layer, and no statistics.
  public var trainableCount: Int
  /// Whether training leaves the layer as it is.
  public var isFrozen: Bool
}

extension LayerSummary {
  /// The word that is typed after `add`.
  public var kind: String { layer.kind }

  /// The name that the student gave; nil for none.
  public var name: String? { layer.name }

  /// The layer as it is typed: "dense 8 tanh".
  public var text: String { layer.text }

  /// The layer without the settings that are typed with their names: "dense 8 tanh".
  public var title: String { layer.title }

  /// What the title has behind the kind: "8 tanh"; empty where that is nothing.
  public var positionalText: String { layer.positionalText }

  /// How the parameters are counted; nil without parameters.
  public var derivation: ParameterCount? { layer.parameterCount(for: inputShape) }

  /// How the size of an output follows from that of an input; nil where it is plain to see.
  public var outputDerivation: OutputDerivation? { layer.outputDerivation(for: inputShape) }
}

extension LayerSummary: Equatable {
  /// Whether the layers, their places and all counts are the same.
  public static func == (left: LayerSummary, right: LayerSummary) -> Bool {
    left.number == right.number && left.layer.equals(right.layer)
      && left.inputShape == right.inputShape && left.outputShape == right.outputShape
      && left.parameterCount == right.parameterCount
      && left.trainableCount == right.trainableCount && left.isFrozen == right.isFrozen
  }
}
