import Networks
import TensorEngine
import Testing

@Suite("Cross-entropies from logits")
struct StabilityTests {
  private func evaluation(
    logits: [Float], _ last: Dense, classes: [Int32], count: Int, loss: Loss
  ) throws -> Evaluation {
    var last = last
    last.initializer = .zeros
    var network = try Samples.network([logits.count], last)
    var kernel = Tensor(shape: [logits.count, last.units])
    for unit in 0..<last.units { kernel.elements[unit * last.units + unit] = 1 }
    try network.setParameter("kernel", ofLayer: 0, to: kernel)
    let examples = try Examples(
      inputShape: [logits.count], inputs: .floats(logits),
      targets: .classes(classes, count: count))
    return try network.evaluate(examples, loss: loss)
  }

  @Test("stay finite where the probability rounds to 0", arguments: [-800, -100, 100, 800])
  func binary(logit: Float) throws {
    for activation in [Activation.sigmoid, .linear] {
      let last = Dense(units: 1, activation: activation)
      // log(1 + exp(-|z|)) is below 4e-44 here, so the loss is |z| on the wrong side, and that
      // much on the right one.
      for (label, expected) in [(Int32(0), max(logit, 0)), (1, max(-logit, 0))] {
        let evaluation = try evaluation(
          logits: [logit], last, classes: [label], count: 2, loss: .binaryCrossEntropy)
        #expect(abs(evaluation.dataLoss - Double(expected)) < 1e-43)
        #expect(evaluation.correctCount == ((logit > 0) == (label == 1) ? 1 : 0))
      }
    }
  }

  @Test("stay finite where all but one probability are 0")
  func categorical() throws {
    for activation in [Activation.softmax, .linear] {
      let last = Dense(units: 3, activation: activation)
      let evaluation = try evaluation(
        logits: [900, -900, 0], last, classes: [1], count: 3, loss: .categoricalCrossEntropy)
      #expect(evaluation.dataLoss == 1800)
      #expect(evaluation.correctCount == 0)
    }
  }

  @Test("take linear outputs as logits, and predict their probabilities after training")
  func linearPredictions() throws {
    let examples = try Samples.examples([3], count: 12, .classes(3))
    let settings = TrainingSettings(epochs: 2, loss: .categoricalCrossEntropy, seed: 1)
    let rows = Samples.rows(0..<12)
    let linear = try Trainer(
      network: Samples.network([3], Dense(units: 3)), examples: examples, trainingRows: rows,
      settings: settings
    ).run().network
    let softmax = try Trainer(
      network: Samples.network([3], Dense(units: 3, activation: .softmax)), examples: examples,
      trainingRows: rows, settings: settings
    ).run().network
    #expect(linear.parameterBits == softmax.parameterBits)
    #expect(try linear.predict(examples) == softmax.predict(examples))
    #expect(try linear.evaluate(examples) == softmax.evaluate(examples))
  }

  @Test("of a softmax over a softmax cannot fall below log(1 + 9/e) for ten classes")
  func doubleSoftmax() throws {
    var network = try Samples.network(
      [10], Dense(units: 10, activation: .softmax), ActivationLayer(.softmax))
    var kernel = Tensor(shape: [10, 10])
    for unit in 0..<10 { kernel.elements[unit * 10 + unit] = 100 }
    try network.setParameter("kernel", ofLayer: 0, to: kernel)
    let inputs = (0..<100).map { $0 % 11 == 0 ? Float(1) : 0 }
    let examples = try Examples(
      inputShape: [10], inputs: .floats(inputs),
      targets: .classes((0..<10).map { Int32($0) }, count: 10))
    let evaluation = try network.evaluate(examples)
    // Every class is right with all certainty, and still p = e / (e + 9) = 0.232.
    #expect(evaluation.accuracy == 1)
    expectClose(evaluation.loss, 1.461_150_17, within: 1e-6)
  }
}
