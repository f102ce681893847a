import Networks
import TensorEngine
import Testing

@Suite("A network")
struct NetworkTests {
  @Test("summarizes each layer with its shapes and the count of its parameters")
  func summary() throws {
    let network = try Samples.network(
      [28, 28, 1], Dense(units: 64, activation: .relu), Dropout(rate: 0.3),
      Dense(units: 10, activation: .softmax, l2: 0.01, name: "out"))
    let lines = network.summaries.map { line in
      "#\(line.number) \(line.text) · \(line.inputShape) -> \(line.outputShape) · "
        + "\(line.parameterCount) · \(line.derivation.map(Self.text) ?? "-")"
    }
    #expect(
      lines == [
        "#1 dense 64 relu · 28 x 28 x 1 -> 64 · 50240 · 784·64 + 64",
        "#2 dropout 0.3 · 64 -> 64 · 0 · -",
        "#3 dense 10 softmax l2=0.01 name=out · 64 -> 10 · 650 · 64·10 + 10",
      ])
    #expect(network.parameterCount == 50_890)
    #expect(network.outputShape == [10])
  }

  private static func text(of count: ParameterCount) -> String {
    count.summands.map { $0.map { "\($0.count)" }.joined(separator: "·") }
      .joined(separator: " + ")
  }

  @Test("counts 2-3-2 as 17 parameters, and 500-5-5-1 as 2541")
  func counts() throws {
    let small = try Samples.network([2], Dense(units: 3), Dense(units: 2))
    #expect(small.parameterCount == 17)
    let other = try Samples.network(
      [500], Dense(units: 5), Dropout(rate: 0.3), Dense(units: 5), Dropout(rate: 0.3),
      Dense(units: 1))
    #expect(other.summaries.map(\.parameterCount) == [2_505, 0, 30, 0, 6])
    #expect(other.parameterCount == 2_541)
  }

  @Test("writes the settings that are not the default as they are typed")
  func text() {
    let layer = Dense(
      units: 8, activation: .relu, initializer: .heNormal, usesBias: false, l1: 0.001)
    #expect(layer.text == "dense 8 relu initializer=he_normal bias=no l1=0.001")
    #expect(Dense(units: 1).text == "dense 1 linear")
    #expect(Flatten(name: "x").text == "flatten name=x")
    #expect(ActivationLayer(.relu).text == "activation relu")
    #expect(Dropout(rate: 0).text == "dropout 0")
  }

  @Test("is the same however it was put together")
  func order() throws {
    let built = try Samples.network(
      [2], seed: 7, Dense(units: 4, activation: .tanh), Dense(units: 4, activation: .relu),
      Dense(units: 1))
    var edited = try Samples.network([2], seed: 7, Dense(units: 1), Dropout(rate: 0.5))
    try edited.insert(Dense(units: 4, activation: .relu), at: 0)
    try edited.insert(Dense(units: 4, activation: .tanh), at: 0)
    try edited.remove(at: 3)
    #expect(edited == built)
    edited.initialize(seed: 8)
    #expect(edited != built)
    edited.initialize(seed: 7)
    #expect(edited == built)
  }

  @Test("draws each kernel from a stream of its own")
  func streams() throws {
    let network = try Samples.network([3], seed: 7, Dense(units: 3), Dense(units: 3))
    let expected = Initializer.glorotUniform.values(
      shape: [3, 3], fanIn: 3, fanOut: 3,
      from: RandomStream(seed: 7, name: "initialize/dense 2/kernel"))
    #expect(network.parameters[1]["kernel"] == expected)
    #expect(network.parameters[0]["kernel"] != expected)
    #expect(network.parameters[0]["bias"]?.elements == [0, 0, 0])
  }

  private func trained() throws -> Network {
    let network = try Samples.network(
      [2], Dense(units: 4, activation: .tanh), Dense(units: 3, activation: .tanh),
      Dense(units: 2, activation: .softmax))
    let examples = try Samples.examples([2], count: 10, .classes(2))
    return try Trainer(
      network: network, examples: examples, trainingRows: Samples.rows(0..<10),
      settings: TrainingSettings(epochs: 2, optimizer: .adam(Adam()))
    ).run().network
  }

  @Test("keeps what a layer learned while its shapes stay")
  func keeps() throws {
    let before = try trained()
    var network = before
    try network.insert(Dropout(rate: 0.5), at: 1)
    #expect(network.parameterBits == before.parameterBits)
    #expect(network.training == before.training)

    try network.replace(at: 2, with: Dense(units: 3, activation: .relu, l2: 0.1))
    #expect(network.parameterBits == before.parameterBits)

    try network.replace(at: 2, with: Dense(units: 5, activation: .relu))
    #expect(network.parameters[0] == before.parameters[0])
    #expect(network.parameters[2].isLearned == false)
    #expect(network.parameters[3].isLearned == false)
    #expect(network.training.optimizer == nil)
    #expect(network.training.epochs == 2)
  }

  @Test("forgets the optimizer's slots with the layer that they were for")
  func slots() throws {
    let network = try Samples.network(
      [3], Dense(units: 3, activation: .tanh), Dense(units: 3, activation: .tanh),
      Dense(units: 3, activation: .softmax))
    let examples = try Samples.examples([3], count: 10, .classes(3))
    var trainer = Trainer(
      network: network, examples: examples, trainingRows: Samples.rows(0..<10),
      settings: TrainingSettings(optimizer: .adam(Adam())))
    trainer.network = try trainer.run().network
    let kept = trainer.network.parameters
    try trainer.network.remove(at: 1)
    #expect(trainer.network.parameters == [kept[0], kept[2]])
    #expect(trainer.network.training.optimizer == nil)
    trainer.network = try trainer.run().network
    #expect(trainer.network.training.optimizer?.steps == 1)
    #expect(trainer.network.training.steps == 2)
  }

  @Test("is as new when nothing that it learned is left")
  func forgets() throws {
    var network = try trained()
    try network.insert(Dense(units: 3, activation: .tanh), at: 0)
    #expect(network.parameters.map(\.isLearned) == [false, false, true, true])
    try network.remove(at: 3)
    try network.remove(at: 2)
    #expect(
      network
        == (try Samples.network(
          [2], Dense(units: 3, activation: .tanh), Dense(units: 4, activation: .tanh))))
    #expect(network.training == TrainingState())
  }

  @Test("is the same after a refused edit")
  func refusedEdits() throws {
    let network = try trained()
    let edits: [(inout Network) throws -> Void] = [
      { try $0.add(Dense(units: 0)) },
      { try $0.add(Dense(units: 3, l1: -1)) },
      { try $0.add(Dense(units: 3, l2: .nan)) },
      { try $0.add(Dropout(rate: 1)) },
      { try $0.add(Dropout(rate: -0.1)) },
      { try $0.insert(Flatten(), at: 4) },
      { try $0.insert(Flatten(), at: -1) },
      { try $0.replace(at: 3, with: Flatten()) },
      { try $0.remove(at: 3) },
      {
        try $0.insert(Dense(units: 1_000_000), at: 3)
        try $0.add(Dense(units: 101))
      },
      { try $0.setParameter("kernel", ofLayer: 0, to: Tensor([1])) },
      { try $0.setParameter("gamma", ofLayer: 0, to: Tensor([1])) },
      { try $0.setParameter("kernel", ofLayer: 9, to: Tensor([1])) },
    ]
    for (number, edit) in edits.enumerated() {
      var edited = network
      #expect(throws: EngineError.self, "edit \(number)") { try edit(&edited) }
      if number != 9 { #expect(edited == network, "edit \(number)") }
    }
    var empty = Network(inputShape: [2])
    #expect(throws: EngineError.outOfRange(what: "layer", valid: "none", actual: 1)) {
      try empty.remove(at: 0)
    }
    #expect(throws: EngineError.outOfRange(what: "units", valid: "1 to 1000000", actual: 0)) {
      try empty.add(Dense(units: 0))
    }
  }

  @Test("takes parameters that are set by hand")
  func byHand() throws {
    var network = try Samples.network([2], Dense(units: 1))
    try network.setParameter("kernel", ofLayer: 0, to: Tensor(rows: [[2], [3]]))
    try network.setParameter("bias", ofLayer: 0, to: Tensor([-1]))
    #expect(try network.predict(inputs: .floats([10, 100, 0, 0])).elements == [319, -1])
    try network.add(Dropout(rate: 0.1))
    #expect(network.parameters[0]["bias"]?.elements == [-1])
  }
}
