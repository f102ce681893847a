import Networks
import TensorEngine
import Testing

@Suite("A training that is looked at")
struct LooksTests {
  private func trainer(steps: Int? = nil) throws -> Trainer {
    let network = try Samples.network(
      [2], seed: 3, Dense(units: 5, activation: .tanh), Dropout(rate: 0.3),
      Dense(units: 1, activation: .sigmoid))
    var settings = TrainingSettings(
      epochs: 3, batchSize: 16, optimizer: .sgd(SGD(learningRate: 0.1, momentum: 0.9)), seed: 3)
    settings.maximumSteps = steps
    return Trainer(
      network: network, examples: try Samples.circles(points: 60),
      trainingRows: Samples.rows(0..<40), validationRows: Samples.rows(40..<60),
      settings: settings)
  }

  @Test("comes to the same, and shows before each step the network after the steps so far")
  func same() throws {
    let plain = try trainer().run()
    var seen: [Network] = []
    var control = TrainingControl()
    control.looks = { seen.append($0()) }
    let looked = try trainer().run(control: control)
    #expect(looked == plain)
    // Three epochs of 16, 16 and 8 rows.
    #expect(seen.count == 9)
    let kernels = { (network: Network?) in network?.parameters.map { $0["kernel"]?.elements } }
    #expect(kernels(seen.first) == kernels(try trainer().network))
    for steps in 1..<seen.count {
      let stopped = try trainer(steps: steps).run().network
      #expect(seen[steps].parameters == stopped.parameters)
      #expect(seen[steps].training.steps == steps)
    }
  }

  @Test("copies nothing where nobody asks for the network")
  func unasked() throws {
    var looks = 0
    var control = TrainingControl()
    control.looks = { _ in looks += 1 }
    #expect(try trainer().run(control: control) == trainer().run())
    #expect(looks == 9)
  }
}
