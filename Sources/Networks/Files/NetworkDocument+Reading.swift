import JSON
import TensorEngine

extension NetworkDocument {
  /// Reads a file that ``encoded()`` has written.
  ///
  /// Nothing is taken on trust: every setting is checked as if it were typed, every tensor must
  /// have the shape that its layer gives it, and every number must be finite.
  ///
  /// - Throws: `NetworkFileError` with what was found and what was expected.
  package init(reading bytes: [UInt8]) throws(NetworkFileError) {
    let file = try Safetensors(reading: bytes)
    guard file.note("format") == Self.format else {
      throw .content(.noNetwork(tensorCount: file.tensors.count))
    }
    guard let version = file.note("version").flatMap({ Int($0) }), version == Self.version else {
      throw .content(.unknownVersion(file.note("version") ?? "", known: Self.version))
    }
    guard let seed = file.note("seed").flatMap({ UInt64($0) }) else {
      throw .content(.badSeed)
    }
    let architecture = try ArchitectureText(
      reading: Self.json("architecture", in: file))
    let state = try Self.part(
      TrainingState.self, "training", in: file, defaults: TrainingState())
    let places = try Self.part(TensorPlaces.self, "tensors", in: file)
    network = try Self.network(architecture, places, state, seed: seed, file)
    history = History(records: try Self.optional([EpochRecord].self, "history", in: file) ?? [])
    // Without a size a batch is all examples: that is no setting newer than the file.
    settings = try Self.optional(
      TrainingSettings.self, "settings", in: file, defaults: TrainingSettings(batchSize: nil))
    preparation = try Self.optional(Preparation.self, "preparation", in: file)
    run = try Self.optional(UnfinishedRun.self, Self.runNote, in: file)
    try fillRun(from: file)
    try checkStory()
  }

  /// Checks the unfinished run, and gets the parameters of its best epoch.
  private mutating func fillRun(from file: Safetensors) throws(NetworkFileError) {
    guard let run else { return }
    guard settings != nil else { throw .content(.missingSettings) }
    for count in [
      run.epochs, run.steps, run.examples, run.watch?.epochsSeen, run.watch?.wait,
      run.best?.epoch,
    ] {
      try Self.checkCount(count ?? 0, .unfinishedTraining)
    }
    guard run.best != nil else { return }
    var best: [[Tensor]] = []
    for (names, layer) in zip(TensorNames(network).best, network.parameters) {
      var tensors: [Tensor] = []
      for (name, tensor) in zip(names, layer.tensors) {
        tensors.append(try file.tensor(name, ofShape: tensor.shape))
      }
      best.append(tensors)
    }
    self.run?.best?.parameters = best
  }

  private func checkStory() throws(NetworkFileError) {
    for record in history.records {
      try Self.checkCount(record.epoch, .historyEpoch)
      try Self.checkCount(record.step, .historyStep)
    }
    if let settings {
      try NetworkFileError.checking(.note("settings")) { () throws(EngineError) in
        try settings.validate()
      }
      for count in [settings.epochs, settings.batchSize, settings.maximumSteps] {
        try Self.checkCount(count ?? 0, .settings)
      }
    }
    try preparation?.validate()
    if let names = preparation?.featureNames, !names.isEmpty,
      names.count != network.inputShape.count
    {
      throw .content(.featureCount(names.count, input: network.inputShape))
    }
    guard let scaling = preparation?.scaling, scaling.shift.count != 1 else { return }
    guard scaling.shift.count == network.inputShape.count else {
      throw .content(.scaledFeatures(scaling.shift.count, input: network.inputShape))
    }
  }

  /// Puts the layers together without drawing weights that the file has anyway.
  private static func network(
    _ architecture: ArchitectureText, _ places: TensorPlaces, _ state: TrainingState, seed: UInt64,
    _ file: Safetensors
  ) throws(NetworkFileError) -> Network {
    guard places.layers.count == architecture.layers.count else {
      throw .content(
        .layerCount(architecture.layers.count, ofWeights: places.layers.count))
    }
    var network = Network(name: architecture.name, inputShape: architecture.inputShape, seed: seed)
    var shape = network.inputShape
    for (index, layer) in architecture.layers.enumerated() {
      let place = NetworkFileError.Part.layer(index + 1, layer.kind)
      var output = shape
      try NetworkFileError.checking(place) { () throws(EngineError) in
        output = try layer.outputShape(for: shape)
      }
      let note = places.layers[index]
      network.layers.append(layer)
      network.parameters.append(
        try parameters(layer.parameters(for: shape), note, file, place: place))
      shape = output
    }
    network.training = try places.filled(state, from: file, shapes: network.trainedShapes())
    return network
  }

  private static func parameters(
    _ specifications: [ParameterSpecification], _ note: TensorPlaces.LayerNote,
    _ file: Safetensors, place: NetworkFileError.Part
  ) throws(NetworkFileError) -> LayerParameters {
    guard specifications.count == note.tensors.count else {
      throw .part(
        place, .content(.parameterCount(specifications.count, inFile: note.tensors.count)))
    }
    var tensors: [Tensor] = []
    for (specification, name) in zip(specifications, note.tensors) {
      do {
        tensors.append(try file.tensor(name, ofShape: specification.shape))
      } catch {
        throw .part(place, error)
      }
    }
    return LayerParameters(
      names: specifications.map(\.name), tensors: tensors, isLearned: note.isLearned,
      isFrozen: note.isFrozen)
  }

  private static func json(
    _ name: String, in file: Safetensors
  ) throws(NetworkFileError) -> JSONValue {
    guard let text = file.note(name) else { throw .content(.missingNote(name)) }
    return try NetworkFileError.reading(.note(name)) { () throws(JSONError) in
      try JSONValue(reading: text.utf8)
    }
  }

  /// What a note says; what it does not say is as in `defaults`.
  private static func part<Part: Codable>(
    _ type: Part.Type, _ name: String, in file: Safetensors, defaults: Part? = nil
  ) throws(NetworkFileError) -> Part {
    var value = try json(name, in: file)
    return try NetworkFileError.reading(.note(name)) { () throws(JSONError) in
      if let defaults { value = value.completed(by: try JSONValue(encoding: defaults)) }
      return try value.decoded(type)
    }
  }

  private static func optional<Part: Codable>(
    _ type: Part.Type, _ name: String, in file: Safetensors, defaults: Part? = nil
  ) throws(NetworkFileError) -> Part? {
    guard file.note(name) != nil else { return nil }
    return try part(type, name, in: file, defaults: defaults)
  }
}
