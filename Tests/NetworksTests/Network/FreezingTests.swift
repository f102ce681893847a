import TensorEngine
import Testing

@testable import Networks

@Suite("Freezing")
struct FreezingTests {
  private func network() throws -> Network {
    try Samples.network(
      [3], seed: 4, Dense(units: 5, activation: .tanh), Dense(units: 4, activation: .tanh),
      Dense(units: 1, activation: .sigmoid))
  }

  private func trained(
    _ network: Network, epochs: Int = 2, l2: Double = 0
  ) throws -> TrainingResult {
    try Trainer(
      network: network, examples: Samples.examples([3], count: 11, .classes(2)),
      trainingRows: Samples.rows(0..<11), validationRows: Samples.rows(0..<4),
      settings: TrainingSettings(
        epochs: epochs, batchSize: 4, optimizer: .adam(Adam()), l2: l2)
    ).run()
  }

  @Test("leaves every bit of a layer as it is, and lets the others learn", arguments: 1...3)
  func keeps(number: Int) throws {
    var frozen = try network()
    try frozen.freeze(layers: number...number)
    let after = try trained(frozen).network
    for index in 0..<3 {
      let isSame = after.parameters[index].tensors == frozen.parameters[index].tensors
      #expect(isSame == (index == number - 1))
    }
    #expect(after.training.optimizer?.slots.map(\.count) == [4, 4])
  }

  @Test("leaves the gradients of the others as they were", arguments: 1...3)
  func gradients(number: Int) throws {
    let free = try network()
    var frozen = free
    try frozen.freeze(layers: number...number)
    let examples = try Samples.examples([3], count: 7, .classes(2))
    let expected = try free.gradients(examples).layers
    let actual = try frozen.gradients(examples).layers
    for index in 0..<3 where index != number - 1 { #expect(actual[index] == expected[index]) }
    #expect(actual[number - 1].allSatisfy { $0.elements.allSatisfy { $0 == 0 } })
  }

  @Test("needs no way back below the first layer that learns")
  func cutsOff() throws {
    var frozen = try network()
    try frozen.freeze(layers: 1...2)
    let plan = try Plan(
      frozen, Samples.examples([3], count: 4, .classes(2)),
      PlanRequest(
        capacity: 4, orderCapacity: 4, optimizer: .sgd(SGD()), hasGradients: true,
        loss: .binaryCrossEntropy))
    #expect(plan.layout.backwardStart == 4)
    #expect(plan.layout.layerOutputs.map { $0.place.gradient == nil } == [true, true, false])
    #expect(plan.layout.trainedFloats < plan.layout.parameterFloats)
  }

  @Test("takes the penalty of its kernels out of the loss")
  func penalty() throws {
    var frozen = try network()
    let examples = try Samples.examples([3], count: 4, .classes(2))
    let penalty = Penalty(l2: 0.5)
    let all = try frozen.evaluate(examples, penalty: penalty).penalty
    try frozen.freeze(layers: 1...1)
    let rest = try frozen.evaluate(examples, penalty: penalty).penalty
    let kernel = frozen.parameters[0].tensors[0].elements
    let squares = kernel.reduce(0) { $0 + Double($1) * Double($1) }
    expectClose(all - rest, 0.5 * squares, within: 1e-6, "the penalty of the frozen kernel")
  }

  @Test("starts the optimizer's memory anew where it changes what is trained")
  func slots() throws {
    var network = try trained(network()).network
    let memory = network.training.optimizer
    try network.unfreeze(layers: 1...3)
    #expect(network.training.optimizer == memory)
    try network.freeze(layers: 2...2)
    #expect(network.training.optimizer == nil)
    #expect(network.training.epochs == 2)
    network = try trained(network).network
    try network.unfreeze(layers: 1...3)
    #expect(network.training.optimizer == nil)
    #expect(try trained(network).network.training.optimizer?.slots.map(\.count) == [6, 6])
  }

  @Test("goes on from its memory as if it had not been broken")
  func continues() throws {
    var frozen = try network()
    try frozen.freeze(layers: 2...2)
    let once = try trained(frozen, epochs: 4).network
    let twice = try trained(trained(frozen, epochs: 2).network, epochs: 2).network
    #expect(once == twice)
  }

  @Test("of all layers leaves nothing to train")
  func all() throws {
    var frozen = try network()
    try frozen.freeze(layers: 1...3)
    #expect(frozen.trainableParameterCount == 0)
    #expect(frozen.parameterCount == 49)
    #expect(throws: NetworkError.allFrozen) { try trained(frozen) }
  }

  @Test("keeps what was learned when all else is drawn anew, and ends where a layer is replaced")
  func drawing() throws {
    var network = try trained(network()).network
    let learned = network.parameters.map(\.tensors)
    try network.freeze(layers: 1...2)
    network.initialize(seed: 9)
    #expect(network.parameters[0].tensors == learned[0])
    #expect(network.parameters[2].tensors != learned[2])
    #expect(network.training == TrainingState())
    try network.replace(at: 1, with: Dense(units: 4, activation: .relu))
    #expect(network.parameters.map(\.isFrozen) == [true, false, false])
  }

  @Test("refuses layers that are not there")
  func refusals() throws {
    var network = try network()
    let error = EngineError.outOfRange(what: "layer", valid: "1 to 3", actual: 4)
    #expect(throws: error) { try network.freeze(layers: 2...4) }
    #expect(throws: EngineError.outOfRange(what: "layer", valid: "1 to 3", actual: 0)) {
      try network.unfreeze(layers: 0...1)
    }
    #expect(network.parameters.allSatisfy { !$0.isFrozen })
  }
}
