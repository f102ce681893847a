import TensorEngine

/// A softmax right behind a softmax: the trap of a loss on logits that is given probabilities.
///
/// What enters the second softmax lies between 0 and 1, so of K classes none reaches more than
/// e / (e + K - 1), and the cross-entropy stays above log(e + K - 1) - 1, however well the network
/// learns: 0.232 and 1.4612 for 10 classes.
package struct DoubleSoftmax: Equatable, Sendable {
  /// The layer of the first softmax, from 1.
  package var first: Int
  /// The layer of the second one.
  package var second: Int
  /// How many outputs there are.
  package var classes: Int

  /// The greatest probability that can come out.
  package var greatestProbability: Double {
    let e = ElementaryMath.exp(1)
    return e / (e + Double(classes - 1))
  }

  /// What the loss cannot fall below.
  package var lossFloor: Double { -ElementaryMath.log(greatestProbability) }
}

extension Network {
  /// The two softmaxes at the end of the network; nil where there is at most one.
  package var doubleSoftmax: DoubleSoftmax? {
    // Dropout and the like pass on what they get, so they part nothing.
    let places = layers.indices.filter {
      guard let activation = layers[$0].outputActivation else { return false }
      return activation != .linear || !parameters[$0].tensors.isEmpty
    }
    guard let second = places.last, let first = places.dropLast().last,
      layers[second].outputActivation == .softmax, layers[first].outputActivation == .softmax,
      parameters[second].tensors.isEmpty, outputShape.last > 1
    else { return nil }
    return DoubleSoftmax(first: first + 1, second: second + 1, classes: outputShape.last)
  }
}
