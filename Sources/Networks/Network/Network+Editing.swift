public import TensorEngine

extension Network {
  /// Appends a layer.
  ///
  /// - Throws: What the layer's ``Layer/outputShape(for:)`` throws, `outOfRange` for more
  ///   parameters than ``parameterLimit``, or `interrupted`. The network is then as before.
  public mutating func add(_ layer: any Layer, pool: ThreadPool? = nil) throws(EngineError) {
    try insert(layer, at: layers.count, pool: pool)
  }

  /// Puts a layer before the one at an index, from 0; the layer count appends it.
  ///
  /// - Throws: `outOfRange` for an index that is not there; else as ``add(_:)``, for this layer
  ///   and for those that follow.
  public mutating func insert(
    _ layer: any Layer, at index: Int, pool: ThreadPool? = nil
  ) throws(EngineError) {
    try checkPosition(index, in: 0..<layers.count + 1)
    var edited = self
    edited.layers.insert(layer, at: index)
    edited.parameters.insert(.none, at: index)
    try edited.settle(pool)
    self = edited
  }

  /// Puts another layer in the place of the one at an index, from 0.
  ///
  /// The new layer takes over what the old one learned where all shapes are the same. It is not
  /// frozen, whatever the old one was.
  ///
  /// - Throws: As ``insert(_:at:)``.
  public mutating func replace(
    at index: Int, with layer: any Layer, pool: ThreadPool? = nil
  ) throws(EngineError) {
    try checkPosition(index, in: layers.indices)
    var edited = self
    edited.layers[index] = layer
    edited.parameters[index].isFrozen = false
    try edited.settle(pool)
    self = edited
  }

  /// Takes out the layer at an index, from 0.
  ///
  /// - Throws: As ``insert(_:at:)``.
  public mutating func remove(at index: Int, pool: ThreadPool? = nil) throws(EngineError) {
    try checkPosition(index, in: layers.indices)
    var edited = self
    edited.layers.remove(at: index)
    edited.parameters.remove(at: index)
    try edited.settle(pool)
    self = edited
  }

  /// Draws all parameters anew, and forgets all training.
  ///
  /// A frozen layer that has learned something keeps it. Where the pool's work is called off, what is
  /// missing is 0.
  public mutating func initialize(seed: UInt64, pool: ThreadPool? = nil) {
    self.seed = seed
    for index in parameters.indices where !parameters[index].isFrozen {
      parameters[index].isLearned = false
    }
    drawParameters(layerSpecifications(), pool)
    training = TrainingState()
  }

  /// Sets one parameter by hand; it counts as learned from then on.
  ///
  /// - Throws: `outOfRange` for a layer that is not there, `misfit` for a name that the layer
  ///   has not, `shapeMismatch` for another shape.
  public mutating func setParameter(
    _ name: String, ofLayer index: Int, to tensor: Tensor
  ) throws(EngineError) {
    try checkPosition(index, in: layers.indices)
    guard let position = parameters[index].names.firstIndex(of: name) else {
      throw .misfit(what: "parameter", .unknownName(name, known: parameters[index].names))
    }
    let expected = parameters[index].tensors[position].shape
    guard tensor.shape == expected else {
      throw .shapeMismatch(what: name, expected: expected, actual: tensor.shape)
    }
    parameters[index].tensors[position] = tensor
    parameters[index].isLearned = true
  }

  private func checkPosition(_ index: Int, in range: Range<Int>) throws(EngineError) {
    guard range.contains(index) else {
      let valid = range.isEmpty ? "none" : "1 to \(range.upperBound)"
      throw .outOfRange(what: "layer", valid: valid, actual: Double(index) + 1)
    }
  }
}
