import TensorEngine

/// The names under which a file holds the tensors of a network.
struct TensorNames {
  /// For each layer, the names of its parameters: "1.kernel", or "hidden.kernel" where the layer
  /// has a name that no other layer has and that is no number.
  let parameters: [[String]]

  init(_ network: Network) {
    let given = network.layers.map { $0.name ?? "" }
    parameters = network.parameters.indices.map { index in
      let name = given[index]
      let isFit =
        !name.isEmpty && Int(name) == nil && !name.contains("/")
        && given.filter({ $0 == name }).count == 1
      let place = isFit ? name : String(index + 1)
      return network.parameters[index].names.map { "\(place).\($0)" }
    }
  }

  /// For each slot of the optimizer, the names of its tensors.
  func slots(of network: Network) -> [[String]] {
    guard let optimizer = network.training.optimizer else { return [] }
    let trained = trainedNames(of: network)
    return zip(optimizer.optimizer.slotNames, optimizer.slots).map { slot, tensors in
      let place = "optimizer/\(slot.replacing(" ", with: "_"))"
      return tensors.indices.map { index in
        "\(place)/\(index < trained.count ? trained[index] : String(index))"
      }
    }
  }

  /// The parameters that an optimizer's slots belong to, in their order.
  private func trainedNames(of network: Network) -> [String] {
    zip(network.trainedParameters(), parameters).flatMap { trained, names in
      zip(trained, names).filter { $0.0 }.map { $0.1 }
    }
  }

  /// The names of the parameters of a run's best epoch, layer by layer.
  var best: [[String]] { parameters.map { $0.map { Self.bestPrefix + $0 } } }

  static let bestPrefix = "best/"

  /// All tensors of an unfinished run.
  func tensors(of run: UnfinishedRun?) -> [NamedTensor] {
    guard let parameters = run?.best?.parameters else { return [] }
    return zip(best, parameters).flatMap { names, tensors in
      zip(names, tensors).map { NamedTensor($0, $1) }
    }
  }

  /// All tensors of a network, its parameters first.
  func tensors(of network: Network) -> [NamedTensor] {
    var tensors: [NamedTensor] = []
    for (names, layer) in zip(parameters, network.parameters) {
      tensors += zip(names, layer.tensors).map { NamedTensor($0, $1) }
    }
    let slots = network.training.optimizer?.slots ?? []
    for (names, slot) in zip(self.slots(of: network), slots) {
      tensors += zip(names, slot).map { NamedTensor($0, $1) }
    }
    return tensors
  }
}
