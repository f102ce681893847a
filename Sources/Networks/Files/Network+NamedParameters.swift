import TensorEngine

extension Network {
  /// All parameters under the names by which files hold them: "1.kernel", or "hidden.kernel" for
  /// a layer with a name of its own.
  public var namedParameters: [NamedTensor] {
    zip(TensorNames(self).parameters, parameters).flatMap { names, layer in
      zip(names, layer.tensors).map { NamedTensor($0, $1) }
    }
  }

  /// Sets all parameters to tensors of a file, by name.
  ///
  /// They count as learned, and all training of other weights is forgotten: its epochs and steps
  /// and what the optimizer remembers. What the loss is stays. Tensors of a training, whose names
  /// begin with "optimizer/" or "best/", are passed over.
  ///
  /// - Throws: `NetworkFileError` that names the first tensor that is missing, of another shape,
  ///   not finite, or not this network's; the network is then as before.
  public mutating func setParameters(_ tensors: [NamedTensor]) throws(NetworkFileError) {
    let file = Safetensors(tensors: tensors)
    let names = TensorNames(self).parameters
    let known = Set(names.flatMap { $0 })
    let passedOver = ["optimizer/", TensorNames.bestPrefix]
    let extra = tensors.first { tensor in
      !known.contains(tensor.name) && !passedOver.contains { tensor.name.hasPrefix($0) }
    }
    var edited = self
    for (index, layer) in layers.enumerated() {
      let place = NetworkFileError.Part.layer(index + 1, layer.text)
      for (position, name) in names[index].enumerated() {
        let shape = parameters[index].tensors[position].shape
        do {
          edited.parameters[index].tensors[position] = try file.tensor(name, ofShape: shape)
        } catch .tensor(_, .missing) {
          throw .part(place, .tensor(name, .missing(instead: extra?.name)))
        } catch {
          throw .part(place, error)
        }
        edited.parameters[index].isLearned = true
      }
    }
    if let extra {
      throw .tensor(extra.name, .unknown)
    }
    edited.training.forgetSteps()
    self = edited
  }
}
