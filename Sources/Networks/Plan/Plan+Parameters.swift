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
        write(tensor, at: place.values, place)
      }
    }
  }

  /// Sets a slot of the optimizer, one tensor for each parameter that is trained.
  func writeSlot(_ slot: Int, _ tensors: [Tensor]) {
    for (place, tensor) in zip(trainedPlaces, tensors) {
      write(tensor, at: slotPlace(slot, place), place)
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
          offset(place).map { values(at: $0, place) }
          ?? Array(repeating: 0, count: place.count)
        return Tensor(shape: tensor.shape, elements: elements)
      }
    }
  }

  /// The elements of a kernel, or of what lies like it, in rows.
  private func values(at offset: Int, _ place: ParameterPlace) -> [Float] {
    let memory = memory(at: offset, place.count)
    guard place.owners > 1 else { return memory.array }
    var elements = [Float](repeating: 0, count: place.count)
    KernelBlock.forEachRun(of: place) { inRows, inBlocks, count in
      for index in 0..<count { elements[inRows + index] = memory.base[inBlocks + index] }
    }
    return elements
  }

  private func write(_ tensor: Tensor, at offset: Int, _ place: ParameterPlace) {
    let memory = memory(at: offset, place.count)
    guard place.owners > 1 else { return memory.write(tensor.elements) }
    KernelBlock.forEachRun(of: place) { inRows, inBlocks, count in
      memory[inBlocks..<inBlocks + count].write(tensor.elements, from: inRows)
    }
  }

  /// Takes over the parameters of a plan of the same network, whose kernels may have owners where
  /// these have none.
  func takeParameters(from other: Plan) {
    parameterBlock.write(other.parameterBlock)
    for (own, others) in zip(layout.parameters.joined(), other.layout.parameters.joined())
    where others.owners > 1 {
      let (kernel, blocks) = (
        memory(at: own.values, own.count), other.memory(at: others.values, others.count)
      )
      KernelBlock.forEachRun(of: others) { inRows, inBlocks, count in
        kernel[inRows..<inRows + count].write(blocks[inBlocks..<inBlocks + count])
      }
    }
  }
}
