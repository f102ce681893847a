import Networks
import TensorEngine
import Testing

@Suite("A loss probe")
struct LossProbeTests {
  private func trained() throws -> (network: Network, examples: Examples) {
    let network = try Samples.network(
      [2], Dense(units: 3, activation: .tanh, l2: 0.01), BatchNorm(),
      Dense(units: 1, activation: .sigmoid))
    let examples = try Samples.examples([2], count: 300, .classes(2))
    let settings = TrainingSettings(epochs: 2, l1: 0.02)
    let trainer = Trainer(
      network: network, examples: examples, trainingRows: (0..<300).map { Int32($0) },
      settings: settings)
    return (try trainer.run().network, examples)
  }

  @Test("has the loss of the network where the network is, and that of others elsewhere")
  func loss() throws {
    let (network, examples) = try trained()
    let rows = (0..<300).map { Int32($0) }
    let probe = try LossProbe(network, on: examples, rows: rows)
    let values = network.trainedValues
    #expect(values.count == network.trainableParameterCount)
    #expect(values.count == 3 * 2 + 3 + 6 + 3 + 1)
    #expect(try probe.loss(at: values) == network.evaluate(examples, rows: rows).loss)
    var moved = values
    moved[4] += 0.5
    var other = network
    let kernel = try #require(network.parameters[0]["kernel"])
    var elements = kernel.elements
    elements[4] += 0.5
    try other.setParameter(
      "kernel", ofLayer: 0, to: Tensor(shape: kernel.shape, elements: elements))
    #expect(try probe.loss(at: moved) == other.evaluate(examples, rows: rows).loss)
    #expect(try probe.loss(at: values) == network.evaluate(examples, rows: rows).loss)
  }

  @Test("leaves frozen layers alone, and refuses a network that can't learn")
  func frozen() throws {
    var (network, examples) = try trained()
    try network.freeze(layers: 1...1)
    #expect(network.trainedValues.count == 6 + 3 + 1)
    try network.freeze(layers: 1...3)
    #expect(throws: NetworkError.allFrozen) {
      try LossProbe(network, on: examples, rows: [0])
    }
    #expect(throws: NetworkError.noExamples) {
      try LossProbe(trained().network, on: examples, rows: [])
    }
  }

  @Test("numbers the unit of each value: its kernel's column and its bias")
  func units() throws {
    let network = try Samples.network([2], Dense(units: 3), Dense(units: 1))
    #expect(network.unitsOfTrainedValues == [0, 1, 2, 0, 1, 2, 0, 1, 2, 3, 3, 3, 3])
  }
}
