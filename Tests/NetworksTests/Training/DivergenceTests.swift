import Networks
import TensorEngine
import Testing

@Suite("A training that diverges")
struct DivergenceTests {
  /// How a run ends; nil where it does not diverge.
  private func divergence(
    _ layers: [any Layer], _ targets: TargetForm, rate: Double, epochs: Int = 50
  ) throws -> (epoch: Int, step: Int, what: String)? {
    let network = try Samples.network([3], layers)
    let before = network
    let examples = try Samples.examples([3], count: 20, targets)
    let settings = TrainingSettings(
      epochs: epochs, batchSize: 5, optimizer: .sgd(SGD(learningRate: rate)))
    let trainer = Trainer(
      network: network, examples: examples, trainingRows: Samples.rows(0..<16),
      validationRows: Samples.rows(16..<20), settings: settings)
    defer { #expect(network == before) }
    do throws(NetworkError) {
      _ = try trainer.run()
      return nil
    } catch {
      guard case .engine(.diverged(let epoch, let step, let what)) = error else { throw error }
      return (epoch, step, what)
    }
  }

  @Test("says at which epoch and step, and leaves the network as it was")
  func linear() throws {
    let (epoch, step, what) = try #require(
      try divergence([Dense(units: 4), Dense(units: 2)], .values(width: 2), rate: 1e6))
    #expect(what == "loss")
    #expect(step > 1 && step < 20)
    #expect(epoch == (step - 1) / 4 + 1)
  }

  @Test("is noticed although relu turns what is no number into 0")
  func hidden() throws {
    let layers: [any Layer] = [
      Dense(units: 4, activation: .relu), Dense(units: 4, activation: .relu),
      Dense(units: 1, activation: .sigmoid),
    ]
    let (epoch, _, _) = try #require(try divergence(layers, .classes(2), rate: 1e30))
    #expect(epoch == 1)
  }

  @Test("in its very last step is noticed too")
  func lastStep() throws {
    let layers: [any Layer] = [Dense(units: 1)]
    let (epoch, step, _) = try #require(
      try divergence(layers, .values(width: 1), rate: 3e38, epochs: 1))
    #expect(epoch == 1)
    #expect(step <= 4)
  }

  @Test("is none at a sensible rate")
  func sensible() throws {
    #expect(try divergence([Dense(units: 2)], .values(width: 2), rate: 0.01) == nil)
  }
}
