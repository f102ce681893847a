import TensorEngine
import Testing

@testable import Networks

@Suite("Batch normalization")
struct BatchNormTests {
  /// {0, 2, 4, 6}, one feature.
  private func four(_ layers: any Layer...) throws -> (Network, Examples) {
    let examples = try Examples(
      inputShape: [1], inputs: .floats([0, 2, 4, 6]), targets: .values([0, 1, 0, 1], width: 1))
    return (try Samples.network([1], layers), examples)
  }

  private func trained(_ network: Network, _ examples: Examples, batch: Int? = nil) throws
    -> Network
  {
    try Trainer(
      network: network, examples: examples, trainingRows: examples.allRows,
      settings: TrainingSettings(
        batchSize: batch, optimizer: .sgd(SGD(learningRate: 1e-3)), seed: 6)
    ).run().network
  }

  @Test("normalizes by the mean and the biased variance of the batch")
  func forward() throws {
    let (network, examples) = try four(BatchNorm(epsilon: 1e-9))
    let pass = try TrainingPass(network, examples)
    // Mean 3, variance 5.
    let unit = 5.0.squareRoot()
    expectClose(pass.output, [-3 / unit, -1 / unit, 1 / unit, 3 / unit], within: 1e-6)
  }

  @Test("moves its statistics in the forward pass, as Keras's")
  func moving() throws {
    let (network, examples) = try four(BatchNorm(momentum: 0.9))
    let moved = try TrainingPass(network, examples).parameters[0]
    expectClose(try #require(moved["moving_mean"]?.elements), [0.3], within: 1e-7)
    expectClose(try #require(moved["moving_variance"]?.elements), [1.4], within: 1e-7)
    let after = try trained(network, examples).parameters[0]
    #expect(after["moving_mean"] == moved["moving_mean"])
    #expect(after["moving_variance"] == moved["moving_variance"])
  }

  @Test("can give back what it took: gamma the deviation, beta the mean")
  func identity() throws {
    let (network, examples) = try four(
      BatchNorm(epsilon: 1e-9, gamma: .constant(5.0.squareRoot()), beta: .constant(3)))
    expectClose(try TrainingPass(network, examples).output, [0, 2, 4, 6], within: 1e-6)
  }

  @Test("uses the moving statistics where nothing is trained, so rows do not see each other")
  func inference() throws {
    var (network, examples) = try four(BatchNorm(epsilon: 0.25), Dense(units: 1))
    network = try trained(network, examples, batch: 3)
    let together = try network.predict(examples)
    let apart = try examples.allRows.map { try network.predict(examples, rows: [$0]).elements[0] }
    #expect(together.elements == apart)
    #expect(try network.evaluate(examples) == network.evaluate(examples))
    #expect(try TrainingPass(network, examples).output != together.elements)
  }

  @Test("keeps its statistics and uses them where it is frozen, even in training")
  func frozen() throws {
    var (network, examples) = try four(BatchNorm(momentum: 0.5), Dense(units: 1))
    network = try trained(network, examples)
    try network.freeze(layers: 1...1)
    let after = try trained(network, examples)
    #expect(after.parameters[0] == network.parameters[0])
    #expect(after.parameters[1] != network.parameters[1])
    #expect(try TrainingPass(network, examples).output == network.predict(examples).elements)
    #expect(after.trainableParameterCount == 2)
  }

  @Test("has the variance 0 in a batch of one example, and goes on")
  func batchOfOne() throws {
    let (network, examples) = try four(
      BatchNorm(momentum: 0.5, beta: .constant(7)), Dense(units: 1))
    let one = try Examples(
      inputShape: [1], inputs: .floats([4]), targets: .values([1], width: 1))
    let alone = try Samples.network([1], BatchNorm(momentum: 0.5, beta: .constant(7)))
    let pass = try TrainingPass(alone, one)
    #expect(pass.output == [7])
    expectClose(try #require(pass.parameters[0]["moving_variance"]?.elements), [0.5], within: 0)
    // Batches of 3 and of 1.
    let after = try trained(network, examples, batch: 3)
    #expect(after.parameters[0].tensors.allSatisfy { $0.elements.allSatisfy(\.isFinite) })
  }

  @Test("counts what is trained and what is not")
  func counts() throws {
    let network = try Samples.network([4, 4, 8], BatchNorm())
    #expect(network.parameterCount == 32)
    #expect(network.trainableParameterCount == 16)
    let bare = try Samples.network([4], BatchNorm(usesScale: false, usesCenter: false))
    #expect(bare.parameterCount == 8)
    #expect(bare.trainableParameterCount == 0)
    let examples = try Samples.examples([4], count: 4, .values(width: 4))
    #expect(throws: NetworkError.noParameters) { try trained(bare, examples) }
  }

  @Test("has the same bits on several threads")
  func threads() throws {
    let network = try Samples.network(
      [300], Dense(units: 500), BatchNorm(), Dense(units: 1))
    let examples = try Samples.examples([300], count: 130, .values(width: 1))
    let expected = try TrainingPass(network, examples)
    for threads in [2, 7] {
      let pass = try TrainingPass(network, examples, pool: ThreadPool(threads: threads))
      #expect(pass.output == expected.output)
      #expect(pass.gradients == expected.gradients)
      #expect(pass.parameters == expected.parameters)
    }
  }

  @Test("refuses settings out of range")
  func refusals() throws {
    for momentum in [-0.1, 1.1, .nan] {
      #expect(throws: EngineError.self) {
        try Samples.network([2], BatchNorm(momentum: momentum))
      }
    }
    for epsilon in [0, -1, .infinity, .nan] {
      #expect(throws: EngineError.self) { try Samples.network([2], BatchNorm(epsilon: epsilon)) }
    }
  }
}
