package import TensorEngine

/// A layer with what it has learned.
package struct LearnedLayer: Sendable {
  /// Its settings.
  package var layer: any Layer
  /// Its parameters, in the order of ``Layer/parameters(for:)``.
  package var tensors: [Tensor]
  /// Whether training leaves it as it is.
  package var isFrozen: Bool

  /// Joins a layer and what it has learned.
  package init(_ layer: any Layer, tensors: [Tensor], isFrozen: Bool) {
    self.layer = layer
    self.tensors = tensors
    self.isFrozen = isFrozen
  }
}

extension Network {
  /// Puts a network together of layers that have learned, without drawing anything.
  ///
  /// - Throws: What a layer's ``Layer/outputShape(for:)`` throws, `shapeMismatch` for tensors that
  ///   are not a layer's, `outOfRange` for more parameters than ``parameterLimit``.
  package init(
    name: String, inputShape: Shape, seed: UInt64, learned: [LearnedLayer]
  ) throws(EngineError) {
    self.init(name: name, inputShape: inputShape, seed: seed)
    var shape = inputShape
    for part in learned {
      let output = try part.layer.outputShape(for: shape)
      let expected = part.layer.parameters(for: shape)
      guard expected.count == part.tensors.count else {
        throw .outOfRange(
          what: "parameters", valid: "\(expected.count)", actual: Double(part.tensors.count))
      }
      for (specification, tensor) in zip(expected, part.tensors)
      where specification.shape != tensor.shape {
        throw .shapeMismatch(
          what: specification.name, expected: specification.shape, actual: tensor.shape)
      }
      layers.append(part.layer)
      parameters.append(
        LayerParameters(
          names: expected.map(\.name), tensors: part.tensors, isLearned: !part.tensors.isEmpty,
          isFrozen: part.isFrozen))
      shape = output
    }
    guard parameterCount <= Self.parameterLimit else {
      throw .outOfRange(
        what: "parameters", valid: "at most \(Self.parameterLimit)",
        actual: Double(parameterCount))
    }
  }

  /// Takes over the loss by which another program trained it, which tells what its outputs mean.
  package mutating func takeLoss(_ loss: Loss, _ settings: LossSettings) {
    training.loss = loss
    training.lossSettings = settings
  }

  /// Takes over what an optimizer remembers of another program's training.
  ///
  /// - Parameter slots: For each slot of the optimizer one tensor of each shape of
  ///   ``trainedShapes()``.
  package mutating func takeMemory(_ optimizer: Optimizer, steps: Int, slots: [[Tensor]]) {
    training.optimizer = OptimizerState(optimizer: optimizer, steps: steps, slots: slots)
  }
}
