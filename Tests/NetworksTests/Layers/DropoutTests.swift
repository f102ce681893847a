import TensorEngine
import Testing

@testable import Networks

@Suite("Dropout")
struct DropoutTests {
  /// The outputs of a dropout over ones in training, for a number of steps.
  private func masks(rate: Double, steps: Int, width: Int, ordinal: Int = 1) throws -> [[Float]] {
    var layers: [any Layer] = Array(repeating: Dropout(rate: 0), count: ordinal - 1)
    layers.append(Dropout(rate: rate))
    let network = try Samples.network([width], layers)
    let examples = try Examples(
      inputShape: [width], inputs: .floats(Array(repeating: 1, count: 2 * width)),
      targets: .values([0, 0], width: 1))
    let plan = try Plan(
      network, examples,
      PlanRequest(
        capacity: 2, orderCapacity: 2, optimizer: nil, hasGradients: false, loss: nil, seed: 6))
    plan.setOrder([0, 1])
    return examples.withInputRows { source in
      (1...steps).map { step in
        let batch = plan.load(
          plan.gathering(from: source), first: 0, count: 2, step: step, isTraining: true)
        plan.forward(batch)
        return plan.values(plan.layout.output, batch)
      }
    }
  }

  @Test("keeps the mean, and scales what it keeps", arguments: [0.1, 0.3, 0.5, 0.9])
  func mean(rate: Double) throws {
    let outputs = try masks(rate: rate, steps: 5, width: 10_000).flatMap { $0 }
    let kept = outputs.filter { $0 != 0 }
    #expect(Set(kept) == [Float(1 / (1 - rate))])
    // Four standard errors of a coin thrown 100,000 times.
    let share = Double(kept.count) / Double(outputs.count)
    #expect(abs(share - (1 - rate)) < 4 * (rate * (1 - rate) / 1e5).squareRoot())
  }

  @Test("draws the mask of each step from its own stream")
  func streams() throws {
    let masks = try masks(rate: 0.5, steps: 2, width: 100)
    for step in 1...2 {
      let uniforms = RandomStream(seed: 6, name: "dropout 1/step \(step)").uniforms(count: 200)
      #expect(masks[step - 1] == uniforms.map { $0 < 0.5 ? 0 : 2 })
    }
    #expect(masks[0] != masks[1])
    let second = try self.masks(rate: 0.5, steps: 1, width: 100, ordinal: 2)
    let uniforms = RandomStream(seed: 6, name: "dropout 2/step 1").uniforms(count: 200)
    #expect(second[0] == uniforms.map { $0 < 0.5 ? 0 : 2 })
  }

  @Test(
    "does nothing in evaluation, prediction and gradients", arguments: [Activation.tanh, .relu])
  func inference(behind activation: Activation) throws {
    let plain = try Samples.network([3], Dense(units: 5, activation: activation), Dense(units: 2))
    var dropping = plain
    try dropping.insert(Dropout(rate: 0.9), at: 1)
    let examples = try Samples.examples([3], count: 9, .values(width: 2))
    #expect(try dropping.predict(examples) == plain.predict(examples))
    #expect(try dropping.evaluate(examples) == plain.evaluate(examples))
    let gradients = try dropping.gradients(examples)
    #expect(try gradients.layers[2] == plain.gradients(examples).layers[1])
    #expect(try gradients.layers[0] == plain.gradients(examples).layers[0])
  }

  @Test("stops the gradient of what it dropped")
  func gradient() throws {
    // One row, one step of SGD at rate 1: the kernel's columns of dropped units stay.
    let network = try Samples.network(
      [1], Dense(units: 40), Dropout(rate: 0.5), Dense(units: 1))
    let examples = try Examples(
      inputShape: [1], inputs: .floats([1]), targets: .values([9], width: 1))
    let result = try Trainer(
      network: network, examples: examples, trainingRows: [0],
      settings: TrainingSettings(optimizer: .sgd(SGD(learningRate: 1e-3)), seed: 6)
    ).run().network
    let uniforms = RandomStream(seed: 6, name: "dropout 1/step 1").uniforms(count: 40)
    let before = network.parameters[0].tensors[0].elements
    let after = result.parameters[0].tensors[0].elements
    #expect(zip(before, after).map { $0 == $1 } == uniforms.map { $0 < 0.5 })
  }

  @Test("leaves the initial weights and the shuffling of a training as they were")
  func draws() throws {
    let examples = try Samples.examples([3], count: 12, .classes(2))
    let settings = TrainingSettings(epochs: 3, batchSize: 5, seed: 2)
    let plain = try Samples.network(
      [3], seed: 2, Dense(units: 6, activation: .tanh), Dense(units: 1, activation: .sigmoid))
    var idle = plain
    // A rate of 0 drops nothing, so the whole run has to be the same.
    try idle.insert(Dropout(rate: 0), at: 1)
    try idle.insert(Dropout(rate: 0), at: 0)
    let runs = try [plain, idle].map {
      try Trainer(
        network: $0, examples: examples, trainingRows: Samples.rows(0..<12), settings: settings
      ).run()
    }
    #expect(runs[0].network.parameterBits == runs[1].network.parameterBits)
    #expect(runs[0].history == runs[1].history)
  }
}
