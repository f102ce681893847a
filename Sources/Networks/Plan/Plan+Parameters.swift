import TensorEngine

extension Plan {
  /// Sets the parameters.
  func write(_ parameters: [LayerParameters]) {
    write(parameters.map(\.tensors), at: layout.parameterStart)
  }

  /// Sets a slot of the optimizer, one tensor for each parameter.
  func writeSlot(_ slot: Int, _ tensors: [Tensor]) {
    var rest = tensors[...]
    let layers = layout.parameters.map { places in
      defer { rest = rest.dropFirst(places.count) }
      return Array(rest.prefix(places.count))
    }
    write(layers, at: layout.slotStarts[slot])
  }

  /// Sets every slot of the optimizer to one value.
  func fillSlots(with value: Float) {
    for start in layout.slotStarts {
      let slot = block(at: start)
      for index in 0..<slot.count { slot.base[index] = value }
    }
  }

  /// The parameters as they are, with the shapes of the network.
  func readParameters(like parameters: [LayerParameters]) -> [LayerParameters] {
    var learned = parameters
    let tensors = read(at: layout.parameterStart, like: parameters)
    for layer in learned.indices {
      learned[layer].tensors = tensors[layer]
      learned[layer].isLearned = true
    }
    return learned
  }

  /// The gradients of all parameters, layer by layer.
  func readGradients(like parameters: [LayerParameters]) -> [[Tensor]] {
    read(at: layout.gradientStart, like: parameters)
  }

  /// All slots of the optimizer.
  func readSlots(like parameters: [LayerParameters]) -> [[Tensor]] {
    layout.slotStarts.map { read(at: $0, like: parameters).flatMap { $0 } }
  }

  /// Whether every parameter is a finite number.
  var isFinite: Bool {
    let block = block(at: layout.parameterStart)
    var isFinite = true
    for index in 0..<block.count where !block.base[index].isFinite { isFinite = false }
    return isFinite
  }

  private func write(_ layers: [[Tensor]], at start: Int) {
    let block = block(at: start)
    for (places, tensors) in zip(layout.parameters, layers) {
      for (place, tensor) in zip(places, tensors) {
        let offset = place.values - layout.parameterStart
        block[offset..<offset + place.count].write(tensor.elements)
      }
    }
  }

  private func read(at start: Int, like parameters: [LayerParameters]) -> [[Tensor]] {
    let block = block(at: start)
    return zip(layout.parameters, parameters).map { places, layer in
      zip(places, layer.tensors).map { place, tensor in
        let offset = place.values - layout.parameterStart
        return Tensor(
          shape: tensor.shape, elements: block[offset..<offset + place.count].array)
      }
    }
  }
}
