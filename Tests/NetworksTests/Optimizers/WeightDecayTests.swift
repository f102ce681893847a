import Networks
import TensorEngine
import Testing

@Suite("Weight decay and clipping")
struct WeightDecayTests {
  private func step(
    _ settings: TrainingSettings, kernel: [Double], bias: Double = 0, inputs: [Float],
    target: Float
  ) throws -> [Float] {
    var network = try Samples.network([kernel.count], Dense(units: 1))
    try network.setParameter("kernel", ofLayer: 0, to: Tensor(rows: kernel.map { [$0] }))
    try network.setParameter("bias", ofLayer: 0, to: Tensor([bias]))
    let examples = try Examples(
      inputShape: [kernel.count], inputs: .floats(inputs), targets: .values([target], width: 1))
    let result = try Trainer(
      network: network, examples: examples, trainingRows: [0], settings: settings
    ).run()
    return result.network.parameters[0].tensors.flatMap(\.elements)
  }

  private func sgd(
    _ rate: Double, l2: Double = 0, weightDecay: Double? = nil, clipping: GradientClipping? = nil
  ) -> TrainingSettings {
    TrainingSettings(
      epochs: 1, batchSize: 1, optimizer: .sgd(SGD(learningRate: rate)), weightDecay: weightDecay,
      clipping: clipping, l2: l2)
  }

  @Test("shrinks every parameter, biases too, by rate · decay")
  func shrinks() throws {
    // The output 2 - 2 + 0.5 is the target, so there is no gradient.
    let after = try step(
      sgd(0.1, weightDecay: 0.5), kernel: [2, -1], bias: 0.5, inputs: [1, 2], target: 0.5)
    expectClose(after, [1.9, -0.95, 0.475], within: 1e-6)
  }

  @Test("of 2·l2 is l2 for plain gradient descent, but not for Adam")
  func isL2ForSGD() throws {
    var settings = [sgd(0.1, l2: 0.05), sgd(0.1, weightDecay: 0.1)]
    let plain = try settings.map {
      try step($0, kernel: [2, -1], inputs: [1, 2], target: 3)
    }
    // L2 leaves the bias alone, weight decay shrinks it; it was 0.
    expectClose(plain[0], plain[1].map(Double.init), within: 1e-6)
    for index in settings.indices { settings[index].optimizer = .adam(Adam(learningRate: 0.1)) }
    let adam = try settings.map { try step($0, kernel: [2, -1], inputs: [1, 2], target: 3) }
    #expect(abs(adam[0][0] - adam[1][0]) > 0.01)
  }

  @Test("clips each value, each parameter's norm, or the norm of all")
  func clips() throws {
    // The output is 0 and the target -1, so dL/dz = 2; the gradient is (6, 8) and 2 for the bias.
    let inputs: [Float] = [3, 4]
    func gradient(_ clipping: GradientClipping?) throws -> [Float] {
      try step(sgd(1, clipping: clipping), kernel: [0, 0], inputs: inputs, target: -1).map { -$0 }
    }
    expectClose(try gradient(nil), [6, 8, 2], within: 1e-6)
    expectClose(try gradient(.value(7)), [6, 7, 2], within: 1e-6)
    expectClose(try gradient(.value(0.5)), [0.5, 0.5, 0.5], within: 1e-6)
    // The kernel's norm is 10, the bias's 2.
    expectClose(try gradient(.norm(5)), [3, 4, 2], within: 1e-6)
    expectClose(try gradient(.norm(1)), [0.6, 0.8, 1], within: 1e-6)
    // √104 = 10.198
    let all = 104.0.squareRoot()
    expectClose(try gradient(.globalNorm(1)), [6 / all, 8 / all, 2 / all], within: 1e-6)
    expectClose(try gradient(.globalNorm(11)), [6, 8, 2], within: 1e-6)
  }

  @Test("clips a gradient whose square is too large for a float")
  func clipsHugeGradients() throws {
    let after = try step(
      sgd(1, clipping: .norm(5)), kernel: [0, 0], inputs: [3e20, 4e20], target: -1)
    expectClose(after, [-3, -4, -2], within: 1e-5)
  }

  @Test("refuses a bound or a decay out of its range")
  func refuses() {
    for clipping: GradientClipping in [.value(0), .norm(-1), .globalNorm(.nan)] {
      #expect(throws: EngineError.self) { try sgd(0.1, clipping: clipping).validate() }
    }
    #expect(throws: EngineError.self) { try sgd(0.1, weightDecay: -1).validate() }
  }
}
