public import TensorEngine

extension Network {
  /// The first layers of this network with what they have learned, as the start of another one.
  ///
  /// The layers keep their settings, their parameters, their statistics and whether they are
  /// frozen. What is kept counts as learned, so that it stays while layers are added; layers that
  /// come after are drawn from the new seed. Epochs, steps, optimizer, loss and penalty of the
  /// trainings so far are forgotten.
  ///
  /// - Parameters:
  ///   - dropCount: How many layers at the end are left behind, 0 or more.
  ///   - name: The name of the new network.
  ///   - seed: The seed of the layers to come.
  /// - Throws: `outOfRange` unless at least one layer stays.
  public func reused(
    droppingLast dropCount: Int, name: String, seed: UInt64
  ) throws(EngineError) -> Network {
    guard dropCount >= 0, dropCount < layers.count else {
      let valid = layers.isEmpty ? "less than the number of layers" : "0 to \(layers.count - 1)"
      throw .outOfRange(what: "drop", valid: valid, actual: Double(dropCount))
    }
    var reused = Network(name: name, inputShape: inputShape, seed: seed)
    reused.layers = layers.dropLast(dropCount)
    reused.parameters = parameters.dropLast(dropCount)
    for index in reused.parameters.indices {
      reused.parameters[index].isLearned = !reused.parameters[index].tensors.isEmpty
    }
    return reused
  }
}
