import Networks
import TensorEngine
import Testing

/// Linear regression on six examples, from zeros, all examples a step. The numbers come from numpy
/// 2.4.6 in float64, with `np.sign(w) * np.maximum(np.abs(w) - rate * l1, 0)` behind each step.
@Suite("The proximal step of l1")
struct ProximalTests {
  private static let inputs: [Float] = [
    1, 0.5, -1, 0, 1, 0.25, -1, 0.5, 1, 0.5, -1, 0.75, 2, 0, -0.5, -1.5, 1, 0.5,
  ]
  private static let targets: [Float] = [2.1, 0.2, -1.8, 0.6, 3.9, -2.7]

  private func settings(
    _ optimizer: Optimizer, epochs: Int, l1: Double, l2: Double = 0
  ) -> TrainingSettings {
    var settings = TrainingSettings(
      epochs: epochs, batchSize: nil, optimizer: optimizer, l1: l1, l2: l2)
    settings.isProximal = true
    return settings
  }

  private func trainer(
    _ settings: TrainingSettings, layer: Dense? = nil, kernels: Kernels = .selected,
    pool: ThreadPool? = nil
  ) throws -> Trainer {
    let examples = try Examples(
      inputShape: [3], inputs: .floats(Self.inputs), targets: .values(Self.targets, width: 1))
    return Trainer(
      network: try Samples.network([3], layer ?? Dense(units: 1, initializer: .zeros)),
      examples: examples, trainingRows: Samples.rows(0..<6), settings: settings, pool: pool,
      kernels: kernels)
  }

  private func weights(_ settings: TrainingSettings, layer: Dense? = nil) throws -> [Float] {
    let result = try trainer(settings, layer: layer).run()
    return result.network.parameters[0].tensors.flatMap(\.elements)
  }

  private func expect(_ weights: [Float], _ expected: [Double]) {
    #expect(weights.count == expected.count)
    for (weight, number) in zip(weights, expected) {
      #expect(abs(Double(weight) - number) < 2e-5, "\(weights)")
      #expect((weight == 0) == (number == 0))
    }
  }

  @Test("gives numpy's weights, its zeros exactly: sgd")
  func gradientDescent() throws {
    expect(
      try weights(settings(.sgd(SGD(learningRate: 0.1)), epochs: 40, l1: 0.3)),
      [1.72018287, 0, -0.09416279, 0.12149272541708772])
  }

  @Test("goes by the rate of the step, with adam too")
  func adam() throws {
    expect(
      try weights(settings(.adam(Adam(learningRate: 0.05)), epochs: 60, l1: 0.3)),
      [1.04283636, -0.4470033, -1.02943433, 0.52296605])
  }

  @Test("stands beside momentum and an l2 that has its gradient")
  func momentum() throws {
    expect(
      try weights(
        settings(.sgd(SGD(learningRate: 0.02, momentum: 0.9)), epochs: 30, l1: 0.4, l2: 0.05)),
      [1.67923209, -0.06320037, -0.4181201, 0.12654514])
  }

  @Test("takes the l1 of a layer and lambda1 as it takes that of the training")
  func otherForms() throws {
    let whole = try weights(settings(.sgd(SGD(learningRate: 0.1)), epochs: 40, l1: 0.3))
    let layer = Dense(units: 1, initializer: .zeros, l1: 0.3)
    let own = settings(.sgd(SGD(learningRate: 0.1)), epochs: 40, l1: 0)
    #expect(try weights(own, layer: layer) == whole)
    var textbook = own
    textbook.lambda1 = 0.3 * 6
    expect(try weights(textbook), whole.map(Double.init))
  }

  @Test("without it l1 has its gradient, and no weight ends at 0")
  func usual() throws {
    var plain = settings(.sgd(SGD(learningRate: 0.1)), epochs: 40, l1: 0.3)
    plain.isProximal = false
    #expect(
      plain
        == TrainingSettings(
          epochs: 40, batchSize: nil, optimizer: .sgd(SGD(learningRate: 0.1)), l1: 0.3))
    #expect(try weights(plain).allSatisfy { $0 != 0 })
  }

  @Test("gives the same bits on every processor path and number of threads")
  func bits() throws {
    let settings = settings(.adam(Adam(learningRate: 0.05)), epochs: 20, l1: 0.3)
    let plain = try trainer(settings).run().network.parameters
    for kernels in Kernels.available {
      #expect(try trainer(settings, kernels: kernels).run().network.parameters == plain)
    }
    for threads in [2, 3] {
      let pool = ThreadPool(threads: threads)
      #expect(try trainer(settings, pool: pool).run().network.parameters == plain)
    }
  }

  @Test("the gradients by hand hold, whichever way l1 is taken")
  func gradients() throws {
    let layer = Dense(units: 1)
    let settings = settings(.sgd(SGD()), epochs: 1, l1: 0.3)
    let differences = try trainer(settings, layer: layer).gradientDifferences(
      rows: Samples.rows(0..<6))
    #expect(differences.allSatisfy { $0.largest < GradientDifference.bound })
  }
}
