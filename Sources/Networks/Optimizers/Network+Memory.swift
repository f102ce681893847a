public import TensorEngine

extension Network {
  /// What the optimizer remembers for one parameter, by the name of the slot: "velocity".
  ///
  /// - Parameters:
  ///   - slot: A name of the optimizer's slots.
  ///   - layer: The index of the layer, from 0.
  ///   - parameter: The index of the parameter within the layer, from 0.
  /// - Returns: Nil where nothing is remembered: before the first step, under another optimizer,
  ///   for parameters that are not trained.
  public func remembered(_ slot: String, layer: Int, parameter: Int) -> Tensor? {
    guard let memory = training.optimizer,
      let slot = memory.optimizer.slotNames.firstIndex(of: slot)
    else { return nil }
    let trained = trainedParameters()
    guard trained.indices.contains(layer), trained[layer].indices.contains(parameter),
      trained[layer][parameter]
    else { return nil }
    let before = trained[..<layer].reduce(0) { $0 + $1.count { $0 } }
    let index = before + trained[layer][..<parameter].count { $0 }
    return memory.slots[slot].indices.contains(index) ? memory.slots[slot][index] : nil
  }
}
