import Networks
import TensorEngine
import Testing

@Suite("Max-norm")
struct MaxNormTests {
  private func trained(_ layer: Dense, _ limit: Double?) throws -> Tensor {
    var settings = TrainingSettings(
      epochs: 3, batchSize: 5, optimizer: .sgd(SGD(learningRate: 5)), seed: 1)
    settings.maxNorm = limit
    let result = try Trainer(
      network: Samples.network([2], layer, Dense(units: 1, activation: .sigmoid)),
      examples: Samples.circles(points: 20), trainingRows: Samples.rows(0..<20),
      settings: settings
    ).run()
    return try #require(result.network.parameters[0]["kernel"])
  }

  private func norms(_ kernel: Tensor) -> [Double] {
    (0..<8).map { unit in
      let (x, y) = (Double(kernel.elements[unit]), Double(kernel.elements[8 + unit]))
      return (x * x + y * y).squareRoot()
    }
  }

  @Test("keeps what comes into each unit within the norm, of the training or of the layer")
  func limits() throws {
    let layer = Dense(units: 8, activation: .tanh)
    let free = norms(try trained(layer, nil))
    #expect(free.contains { $0 > 1 })
    let kept = norms(try trained(layer, 0.5))
    #expect(kept.allSatisfy { $0 < 0.5 + 1e-6 })
    #expect(kept.contains { $0 > 0.4999 })
    let own = norms(try trained(Dense(units: 8, activation: .tanh, maxNorm: 0.25), 0.5))
    #expect(own.allSatisfy { $0 < 0.25 + 1e-6 })
  }

  @Test("changes nothing where no norm reaches it")
  func far() throws {
    let layer = Dense(units: 8, activation: .tanh)
    #expect(try trained(layer, 1e30) == trained(layer, nil))
  }

  @Test("refuses a limit of 0")
  func refusal() throws {
    #expect(throws: NetworkError.self) { try trained(Dense(units: 8), 0) }
    #expect(throws: EngineError.self) {
      try Samples.network([2], Dense(units: 8, maxNorm: -1))
    }
  }
}
