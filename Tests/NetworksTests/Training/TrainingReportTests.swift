import Networks
import TensorEngine
import Testing

@Suite("What an epoch reports")
struct TrainingReportTests {
  @Test("is the mean over its batches, weighted by their rows, each before its step")
  func runningMean() throws {
    let examples = try Samples.examples([2], count: 7, .classes(2))
    let network = try Samples.network(
      [2], Dense(units: 4, activation: .tanh, l2: 0.05), Dense(units: 1, activation: .sigmoid))
    var settings = TrainingSettings(
      epochs: 1, batchSize: 3, optimizer: .sgd(SGD(learningRate: 0.5)), l1: 0.01, seed: 4)
    let rows = Samples.rows(0..<7)
    let record = try #require(
      try Trainer(network: network, examples: examples, trainingRows: rows, settings: settings)
        .run().history.last)

    // The same epoch by hand: evaluate a batch, take its step, go on.
    let order = RandomStream(seed: 4, name: "shuffle/epoch 1").permutation(count: 7)
    var (loss, penalty, correct) = (0.0, 0.0, 0)
    for (number, batch) in [order[0..<3], order[3..<6], order[6..<7]].enumerated() {
      settings.maximumSteps = number
      let soFar = try Trainer(
        network: network, examples: examples, trainingRows: rows, settings: settings
      ).run().network
      let evaluation = try soFar.evaluate(
        examples, rows: Array(batch), penalty: settings.penalty(examples: 7))
      loss += evaluation.dataLoss * Double(batch.count)
      penalty += evaluation.penalty * Double(batch.count)
      correct += evaluation.correctCount ?? 0
    }
    expectClose(record.dataLoss, loss / 7, within: 1e-12)
    expectClose(record.penalty, penalty / 7, within: 1e-12)
    #expect(record.loss == record.dataLoss + record.penalty)
    #expect(record.accuracy == Double(correct) / 7)
    #expect(record.penalty > 0)
    #expect(record.step == 3)
    #expect(record.learningRate == 0.5)
  }

  @Test("has no validation figures without validation examples, and no accuracy for numbers")
  func absent() throws {
    let examples = try Samples.examples([2], count: 6, .values(width: 1))
    let network = try Samples.network([2], Dense(units: 1))
    let record = try #require(
      try Trainer(
        network: network, examples: examples, trainingRows: Samples.rows(0..<6),
        settings: TrainingSettings()
      ).run().history.last)
    #expect(record.validationLoss == nil)
    #expect(record.validationDataLoss == nil)
    #expect(record.validationAccuracy == nil)
    #expect(record.accuracy == nil)
  }

  @Test("has the penalty in the validation loss too, apart from the loss of the data")
  func validationPenalty() throws {
    let examples = try Samples.examples([2], count: 10, .classes(2))
    let network = try Samples.network([2], Dense(units: 1, activation: .sigmoid))
    let result = try Trainer(
      network: network, examples: examples, trainingRows: Samples.rows(0..<6),
      validationRows: Samples.rows(6..<10), settings: TrainingSettings(l2: 0.5, lambda: 6)
    ).run()
    let record = try #require(result.history.last)
    let kernel = try #require(result.network.parameters[0]["kernel"]).elements
    let squares = kernel.reduce(0) { $0 + Double($1) * Double($1) }
    let loss = try #require(record.validationLoss)
    let dataLoss = try #require(record.validationDataLoss)
    // λ/(2m) = 6/12 with the six training examples, plus l2 = 0.5.
    expectClose(loss - dataLoss, 1.0 * squares, within: 1e-6)
    #expect(result.network.training.penalty == Penalty(l2: 1))
    #expect(
      try result.network.evaluate(examples, rows: Samples.rows(6..<10)).loss == loss)
  }

  @Test("of l2 is l·Σw² as in Keras, and the gradient is 2·l·w; biases are left alone")
  func keras() throws {
    var network = try Samples.network([2], Dense(units: 2, l2: 0.01))
    try network.setParameter("kernel", ofLayer: 0, to: Tensor(rows: [[1, 2], [3, 4]]))
    try network.setParameter("bias", ofLayer: 0, to: Tensor([5, 6]))
    // Outputs equal targets, so the penalty is all there is.
    let examples = try Examples(
      inputShape: [2], inputs: .floats([0, 0]), targets: .values([5, 6], width: 2))
    let gradients = try network.gradients(examples)
    #expect(gradients.dataLoss == 0)
    #expect(abs(gradients.penalty - 0.30) < 1e-12)
    expectClose(gradients.layers[0][0].elements, [0.02, 0.04, 0.06, 0.08], within: 1e-8)
    #expect(gradients.layers[0][1].elements == [0, 0])
    let l1 = try network.gradients(examples, penalty: Penalty(l1: 0.1))
    #expect(abs(l1.penalty - 1.30) < 1e-12)
    expectClose(l1.layers[0][0].elements, [0.12, 0.14, 0.16, 0.18], within: 1e-8)
  }
}
