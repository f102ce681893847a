import TensorEngine
import Testing

@testable import Networks

@Suite("Reusing layers")
struct ReusingTests {
  private func trained() throws -> Network {
    var network = try Samples.network(
      [3], seed: 4, Dense(units: 5), BatchNorm(), ActivationLayer(.relu),
      Dense(units: 1, activation: .sigmoid))
    network = try train(network, epochs: 2)
    try network.freeze(layers: 2...2)
    return network
  }

  private func train(_ network: Network, epochs: Int) throws -> Network {
    try Trainer(
      network: network, examples: Samples.examples([3], count: 12, .classes(2)),
      trainingRows: Samples.rows(0..<12),
      validationRows: [],
      settings: TrainingSettings(epochs: epochs, batchSize: 4, optimizer: .adam(Adam()))
    ).run().network
  }

  @Test("keeps every bit of what stays, statistics and frozen flags too", arguments: 0...3)
  func keeps(drop: Int) throws {
    let source = try trained()
    let reused = try source.reused(droppingLast: drop, name: "upper", seed: 9)
    #expect(reused.name == "upper")
    #expect(reused.layers.count == 4 - drop)
    for index in reused.layers.indices {
      #expect(reused.parameters[index].tensors == source.parameters[index].tensors)
      #expect(reused.parameters[index].isFrozen == source.parameters[index].isFrozen)
      #expect(reused.layers[index].equals(source.layers[index]))
    }
    #expect(reused.training == TrainingState())
  }

  @Test("what is kept stays while layers are added, and those come from the new seed")
  func adding() throws {
    let source = try trained()
    var networks = try [UInt64(9), 10].map { seed in
      var network = try source.reused(droppingLast: 1, name: "upper", seed: seed)
      try network.add(Dense(units: 1, activation: .sigmoid))
      return network
    }
    for network in networks {
      #expect(
        network.parameters.prefix(3).map(\.tensors) == source.parameters.prefix(3).map(\.tensors))
    }
    #expect(networks[0].parameters[3] != networks[1].parameters[3])
    #expect(networks[0].parameters[3].tensors != source.parameters[3].tensors)
    try networks[0].freeze(layers: 1...3)
    let after = try train(networks[0], epochs: 3)
    #expect(after.parameters.prefix(3).map(\.tensors) == source.parameters.prefix(3).map(\.tensors))
    #expect(after.parameters[3].tensors != networks[0].parameters[3].tensors)
  }

  @Test("weights that were drawn and not trained stay as well")
  func untrained() throws {
    let source = try Samples.network([3], seed: 4, Dense(units: 5), Dense(units: 1))
    var reused = try source.reused(droppingLast: 1, name: "upper", seed: 9)
    try reused.add(Dense(units: 2))
    #expect(reused.parameters[0].tensors == source.parameters[0].tensors)
  }

  @Test("at least one layer stays", arguments: [-1, 4, 5, Int.max, Int.min])
  func refusals(drop: Int) throws {
    let source = try trained()
    #expect(throws: EngineError.self) {
      try source.reused(droppingLast: drop, name: "upper", seed: 0)
    }
    #expect(throws: EngineError.self) {
      try Network(inputShape: [3]).reused(droppingLast: 0, name: "upper", seed: 0)
    }
  }
}
