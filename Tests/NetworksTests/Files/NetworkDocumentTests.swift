import JSON
import Networks
import TensorEngine
import Testing

@Suite("A network in a file")
struct NetworkDocumentTests {
  /// A network with weights of its own in every layer.
  private func trained(
    _ layers: [any Layer], input: Shape, optimizer: Optimizer = .adam(Adam()), epochs: Int = 2
  ) throws -> NetworkDocument {
    let network = try Samples.network(input, seed: 11, layers)
    let examples = try Samples.examples(input, count: 13, .values(width: network.outputShape.count))
    let settings = TrainingSettings(
      epochs: epochs, batchSize: 4, optimizer: optimizer, loss: .meanSquaredError, l2: 0.001,
      seed: .max)
    let result = try Trainer(
      network: network, examples: examples, trainingRows: Samples.rows(0..<10),
      validationRows: Samples.rows(10..<13), settings: settings
    ).run()
    return NetworkDocument(
      network: result.network, history: result.history, settings: settings,
      preparation: Preparation(
        data: "sämple", featureNames: input.rank == 1 ? (0..<input.count).map { "f\($0)" } : [],
        classNames: ["0", "1"],
        scaling: Preparation.Scaling(kind: "standard", shift: [0.1], scale: [1.0 / 3]),
        positiveClass: 1, target: "änswer"))
  }

  @Test("comes back equal, whatever its layer", arguments: LayerSample.all)
  func layers(sample: LayerSample) throws {
    let layers: [any Layer] = [sample.layer, Dense(units: 2, activation: .linear)]
    let document = try trained(layers, input: sample.input)
    let bytes = try document.encoded()
    let read = try NetworkDocument(reading: bytes)
    #expect(read == document)
    #expect(try read.encoded() == bytes)
    #expect(read.network.parameterBits == document.network.parameterBits)
  }

  @Test("comes back equal before any training", arguments: LayerSample.all)
  func untrained(sample: LayerSample) throws {
    let document = NetworkDocument(network: try Samples.network(sample.input, sample.layer))
    #expect(try NetworkDocument(reading: document.encoded()) == document)
  }

  @Test("goes on as if it had never been broken off", arguments: Optimizer.Kind.allCases)
  func continuing(kind: Optimizer.Kind) throws {
    let layers: [any Layer] = [
      Dense(units: 4, activation: .tanh), Dropout(rate: 0.3), Dense(units: 2),
    ]
    let examples = try Samples.examples([3], count: 20, .values(width: 2))
    func run(_ network: Network, epochs: Int) throws -> TrainingResult {
      try Trainer(
        network: network, examples: examples, trainingRows: Samples.rows(0..<15),
        validationRows: Samples.rows(15..<20),
        settings: TrainingSettings(
          epochs: epochs, batchSize: 4, optimizer: kind.optimizer(), loss: .meanSquaredError,
          seed: 3)
      ).run()
    }
    let start = try Samples.network([3], seed: 5, layers)
    let whole = try run(start, epochs: 6)
    let first = try run(start, epochs: 2)
    let saved = NetworkDocument(network: first.network, history: first.history)
    let read = try NetworkDocument(reading: saved.encoded())
    let second = try run(read.network, epochs: 4)
    #expect(second.network == whole.network)
    var history = read.history
    history.append(second.history)
    #expect(history == whole.history)
  }

  @Test("names its tensors after the layers")
  func names() throws {
    let document = try trained(
      [
        Dense(units: 3, activation: .tanh, name: "hidden"), Dense(units: 3, name: "twin"),
        Dense(units: 2, name: "twin"), Dense(units: 2, usesBias: false, name: "7"),
      ], input: [2], optimizer: .sgd(SGD(momentum: 0.9)))
    let file = try Safetensors(reading: document.encoded())
    let weights = [
      "hidden.kernel", "hidden.bias", "2.kernel", "2.bias", "3.kernel", "3.bias", "4.kernel",
    ]
    #expect(file.tensors.map(\.name) == weights + weights.map { "optimizer/velocity/\($0)" })
    #expect(file.tensor("hidden.kernel") == document.network.parameters[0]["kernel"])
    #expect(file.note("seed") == "11")
  }

  @Test("keeps what is frozen, and what the optimizer remembers of the rest")
  func frozen() throws {
    var network = try Samples.network([2], seed: 1, Dense(units: 3), Dense(units: 2))
    try network.freeze(layers: 1...1)
    let result = try Trainer(
      network: network, examples: try Samples.examples([2], count: 8, .values(width: 2)),
      trainingRows: Samples.rows(0..<8), settings: TrainingSettings(optimizer: .adam(Adam()))
    ).run()
    let document = NetworkDocument(network: result.network)
    let bytes = try document.encoded()
    #expect(try NetworkDocument(reading: bytes) == document)
    #expect(
      try Safetensors(reading: bytes).tensors.map(\.name).suffix(4) == [
        "optimizer/first_moment/2.kernel", "optimizer/first_moment/2.bias",
        "optimizer/second_moment/2.kernel", "optimizer/second_moment/2.bias",
      ])
  }

  @Test("takes the default of a setting that is newer than the file")
  func olderFile() throws {
    let document = try trained([Dense(units: 2)], input: [2])
    let file = try Safetensors(reading: document.encoded())
    let notes = file.metadata.map { note in
      Safetensors.Note(
        note.name,
        note.text.replacing("\"labelSmoothing\":0.0,", with: "")
          .replacing("\"lossSettings\":{\"labelSmoothing\":0.0},", with: ""))
    }
    #expect(notes != file.metadata)
    let older = Safetensors(tensors: file.tensors, metadata: notes)
    #expect(try NetworkDocument(reading: older.encoded()) == document)
  }

  @Test("keeps an endless number and the largest seed")
  func extremes() throws {
    var document = try trained([Dense(units: 2)], input: [2])
    document.settings?.seed = .max
    document.network.initialize(seed: .max)
    document.history.records[0].loss = .infinity
    #expect(try NetworkDocument(reading: document.encoded()) == document)
  }
}
