import TensorEngine

/// What the weights of one parameter add to the loss.
///
///     penalty = l1 · Σ|w| + l2 · Σw²
package struct ParameterPenalty: Equatable, Sendable {
  /// The number of the layer in its network, from 1.
  package let layer: Int
  /// The name of the parameter within the layer.
  package let name: String
  /// The sum of the weights' magnitudes, Σ|w|.
  package let magnitudes: Double
  /// The sum of their squares, Σw².
  package let squares: Double
  /// The coefficient of Σ|w|, the layer's own and the training's together.
  package let l1: Double
  /// The coefficient of Σw², the layer's own and the training's together.
  package let l2: Double

  /// What is added to the loss.
  package var value: Double { l1 * magnitudes + l2 * squares }
}

extension Network {
  /// What each parameter that can be penalized adds to the loss: kernels, and biases where the
  /// penalty counts them.
  ///
  /// - Parameter penalty: What a training asks of all layers, on top of the layers' own penalties.
  package func parameterPenalties(under penalty: Penalty) -> [ParameterPenalty] {
    zip(0..., layerSpecifications()).flatMap { index, specifications -> [ParameterPenalty] in
      zip(specifications, parameters[index].tensors).compactMap {
        (specification, tensor) -> ParameterPenalty? in
        guard
          specification.role == .kernel
            || (specification.role == .bias && penalty.penalizesBias)
        else { return nil }
        let weights = tensor.elements.map { Double($0) }
        return ParameterPenalty(
          layer: index + 1, name: specification.name,
          magnitudes: weights.map { $0.magnitude }.laneSum,
          squares: weights.map { $0 * $0 }.laneSum,
          l1: specification.l1 + penalty.l1, l2: specification.l2 + penalty.l2)
      }
    }
  }
}
