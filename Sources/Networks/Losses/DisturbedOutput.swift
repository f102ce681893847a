import TensorEngine

/// A layer behind the output layer that changes its answers, in training at least: dropout, noise
/// or batch normalization in the wrong place.
package struct DisturbedOutput: Equatable, Sendable {
  /// The output layer, from 1.
  package var output: Int
  /// The layer right behind it.
  package var layer: Int
  /// What that does.
  package var effect: TrainingEffect
}

extension Network {
  /// The layer behind the output layer that changes its answers; nil where there is none.
  ///
  /// The output layer is the last one that is not of that kind.
  package var disturbedOutput: DisturbedOutput? {
    guard let output = layers.lastIndex(where: { $0.trainingEffect == nil }),
      output + 1 < layers.count, let effect = layers[output + 1].trainingEffect
    else { return nil }
    return DisturbedOutput(output: output + 1, layer: output + 2, effect: effect)
  }

  /// Whether a layer, from 1, ends in just the answers that targets ask for: probabilities of their
  /// classes, or one number. A layer of that kind is hardly a hidden one; a linear one of several
  /// units may be, as in front of batch normalization and an activation.
  package func answers(_ targets: TargetForm, inLayer number: Int) -> Bool {
    guard layers.indices.contains(number - 1) else { return false }
    let units = summaries[number - 1].outputShape.count
    switch (targets, layers[number - 1].ownActivation) {
    case (.classes(let count), .softmax?): return units == count
    case (.classes(let count), .sigmoid?): return units == 1 && count <= 2
    case (.values(let width), nil), (.values(let width), .linear?), (.values(let width), .sigmoid?):
      return units == 1 && width == 1 && layers[number - 1].unitLinks != nil
    default: return false
    }
  }
}
