public import TensorEngine

extension Network {
  /// Freezes layers: training leaves their parameters and their statistics as they are.
  ///
  /// A frozen batch normalization uses its moving statistics in training too, as Keras's with
  /// `trainable = False`. The penalties of frozen kernels leave the loss, and no gradient is
  /// computed below the first layer that learns. The optimizer forgets what it remembers where
  /// the parameters that it trains are no longer the same, as a model that is compiled anew.
  ///
  /// - Parameter numbers: The layers by number, from 1. One without parameters stays as it is in
  ///   all that it does: a frozen dropout drops.
  /// - Throws: `outOfRange` for a layer that is not there.
  public mutating func freeze(layers numbers: ClosedRange<Int>) throws(EngineError) {
    try setFrozen(true, numbers)
  }

  /// Lets layers learn again, by number, from 1; see ``freeze(layers:)``.
  ///
  /// - Throws: `outOfRange` for a layer that is not there.
  public mutating func unfreeze(layers numbers: ClosedRange<Int>) throws(EngineError) {
    try setFrozen(false, numbers)
  }

  private mutating func setFrozen(
    _ isFrozen: Bool, _ numbers: ClosedRange<Int>
  ) throws(EngineError) {
    for number in [numbers.lowerBound, numbers.upperBound] {
      guard layers.indices.contains(number - 1) else {
        let valid = layers.isEmpty ? "none" : "1 to \(layers.count)"
        throw .outOfRange(what: "layer", valid: valid, actual: Double(number))
      }
    }
    let before = trainedParameters()
    for number in numbers { parameters[number - 1].isFrozen = isFrozen }
    if trainedParameters() != before { training.optimizer = nil }
  }

  /// For each parameter of each layer, whether training changes it.
  func trainedParameters() -> [[Bool]] { trainedParameters(of: layerSpecifications()) }

  /// The same where the parameters of each layer are known already.
  func trainedParameters(of specifications: [[ParameterSpecification]]) -> [[Bool]] {
    zip(specifications, parameters).map { specifications, layer in
      specifications.map { $0.role.isTrained && !layer.isFrozen }
    }
  }

  /// The shapes of what training changes, in the order of an optimizer's slots.
  package func trainedShapes() -> [Shape] {
    zip(trainedParameters(), parameters).flatMap { trained, layer in
      zip(trained, layer.tensors).filter { $0.0 }.map { $0.1.shape }
    }
  }
}
