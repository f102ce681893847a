import TensorEngine
import Testing

@testable import Networks

@Suite("Gaussian noise")
struct GaussianNoiseTests {
  private func noise(
    _ deviation: Double, step: Int = 1, width: Int = 10_000, ordinal: Int = 1,
    pool: ThreadPool? = nil
  ) throws -> [Float] {
    var layers: [any Layer] = Array(repeating: GaussianNoise(deviation: 0), count: ordinal - 1)
    layers.append(GaussianNoise(deviation: deviation))
    let network = try Samples.network([width], layers)
    let examples = try Examples(
      inputShape: [width], inputs: .floats(Array(repeating: 1, count: 2 * width)),
      targets: .values(Array(repeating: 0, count: 2 * width), width: width))
    return try TrainingPass(network, examples, step: step, pool: pool).output.map { $0 - 1 }
  }

  @Test("adds numbers of mean 0 and the given deviation in training")
  func moments() throws {
    let values = try noise(0.5).map { Double($0) }
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    let variance = values.reduce(0) { $0 + $1 * $1 } / count
    // Four standard errors.
    #expect(abs(mean) < 4 * 0.5 / count.squareRoot())
    #expect(abs(variance - 0.25) < 4 * 0.25 * (2 / count).squareRoot())
  }

  @Test("draws anew in each step and in each layer, and the same on all threads")
  func streams() throws {
    let first = try noise(0.5)
    #expect(try noise(0.5) == first)
    #expect(try noise(0.5, step: 2) != first)
    #expect(try noise(0.5, ordinal: 2) != first)
    #expect(try noise(0.5, pool: ThreadPool(threads: 3)) == first)
  }

  @Test("does nothing in evaluation and prediction, and lets the gradient pass")
  func inference() throws {
    let plain = try Samples.network([3], Dense(units: 5, activation: .tanh), Dense(units: 2))
    var noisy = plain
    try noisy.insert(GaussianNoise(deviation: 3), at: 1)
    let examples = try Samples.examples([3], count: 9, .values(width: 2))
    #expect(try noisy.predict(examples) == plain.predict(examples))
    #expect(try noisy.evaluate(examples) == plain.evaluate(examples))
    let gradients = try noisy.gradients(examples)
    #expect(try gradients.layers[2] == plain.gradients(examples).layers[1])
    #expect(try gradients.layers[0] == plain.gradients(examples).layers[0])
  }

  @Test("refuses a deviation below 0")
  func refusals() throws {
    for deviation in [-0.1, .nan, .infinity] {
      #expect(throws: EngineError.self) {
        try Samples.network([2], GaussianNoise(deviation: deviation))
      }
    }
  }
}
