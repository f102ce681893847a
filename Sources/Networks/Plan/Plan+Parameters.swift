import TensorEngine

extension Plan {
  /// Sets the parameters.
  func write(_ parameters: [LayerParameters]) {
    write(parameters.map(\.tensors))
  }

  /// Sets the parameters, layer by layer.
  func write(_ parameters: [[Tensor]]) {
    for (places, tensors) in zip(layout.parameters, parameters) {
      for (place, tensor) in zip(places, tensors) {
        memory(at: place.values, place.count).write(tensor.elements)
      }
    }
  }

  /// Sets a slot of the optimizer, one tensor for each parameter that is trained.
  func writeSlot(_ slot: Int, _ tensors: [Tensor]) {
    for (place, tensor) in zip(trainedPlaces, tensors) {
      memory(at: slotPlace(slot, place), place.count).write(tensor.elements)
    }
  }

  /// The slots of the optimizer, each for all that is trained.
  var slots: [FloatSlice] { layout.slotStarts.map { memory(at: $0, layout.trainedFloats) } }

  /// Sets every slot of the optimizer to one value.
  func fillSlots(with value: Float) {
    for slot in slots {
      for index in 0..<slot.count { slot.base[index] = value }
    }
  }

  /// The parameters as they are, with the shapes of the network.
  func readParameters(like parameters: [LayerParameters]) -> [LayerParameters] {
    var learned = parameters
    let tensors = readTensors(like: parameters)
    for layer in learned.indices where !learned[layer].isFrozen {
      learned[layer].tensors = tensors[layer]
      learned[layer].isLearned = true
    }
    return learned
  }

  /// The values of all parameters, layer by layer.
  func readTensors(like parameters: [LayerParameters]) -> [[Tensor]] {
    read(like: parameters) { $0.values }
  }

  /// The gradients of all parameters, layer by layer; zeros where training changes nothing.
  func readGradients(like parameters: [LayerParameters]) -> [[Tensor]] {
    read(like: parameters) { $0.gradient }
  }

  /// All slots of the optimizer, each with one tensor for each parameter that is trained.
  func readSlots(like parameters: [LayerParameters]) -> [[Tensor]] {
    layout.slotStarts.indices.map { slot in
      let tensors = read(like: parameters) { $0.gradient == nil ? nil : slotPlace(slot, $0) }
      return zip(layout.parameters, tensors).flatMap { places, tensors in
        zip(places, tensors).filter { $0.0.gradient != nil }.map(\.1)
      }
    }
  }

  /// Whether every parameter is a finite number.
  var isFinite: Bool {
    let block = parameterBlock
    var isFinite = true
    for index in 0..<block.count where !block.base[index].isFinite { isFinite = false }
    return isFinite
  }

  private var trainedPlaces: [ParameterPlace] {
    layout.parameters.flatMap { $0.filter { $0.gradient != nil } }
  }

  /// Slots lie like the parameters that are trained.
  private func slotPlace(_ slot: Int, _ place: ParameterPlace) -> Int {
    place.values - layout.parameterStart + layout.slotStarts[slot]
  }

  private func read(
    like parameters: [LayerParameters], from offset: (ParameterPlace) -> Int?
  ) -> [[Tensor]] {
    zip(layout.parameters, parameters).map { places, layer in
      zip(places, layer.tensors).map { place, tensor in
        let elements =
          offset(place).map { memory(at: $0, place.count).array }
          ?? Array(repeating: 0, count: place.count)
        return Tensor(shape: tensor.shape, elements: elements)
      }
    }
  }
}
