import Networks
import ReferenceNumbers
import TensorEngine
import Testing

@Suite("Loss and gradients")
struct ReferenceNetworkTests {
  /// A few float32 roundings of values near 1.
  private static let bound = 2e-6

  private func check(_ reference: ReferenceNetwork, oneHot: Bool = false) throws {
    guard let ending = reference.ending else { return }
    let network = try reference.network(ending.activation)
    let examples = try reference.examples(oneHot: oneHot)
    let penalty =
      Penalty(lambda: reference.lambda2, examples: examples.count)
      + Penalty(lambda1: reference.lambda1, examples: examples.count)
    let evaluation = try network.evaluate(examples, loss: ending.loss, penalty: penalty)
    expectClose(evaluation.dataLoss, reference.dataLoss, within: Self.bound, "data loss")
    expectClose(evaluation.loss, reference.totalLoss, within: Self.bound, "loss")
    expectClose(
      try network.predict(examples).elements, reference.output.flatMap { $0 },
      within: Self.bound, "output")
    let gradients = try network.gradients(examples, loss: ending.loss, penalty: penalty)
    let expected = [
      [reference.kernelGradient1.flatMap { $0 }, reference.biasGradient1],
      [reference.kernelGradient2.flatMap { $0 }, reference.biasGradient2],
    ]
    for layer in 0...1 {
      for (index, name) in ["kernel", "bias"].enumerated() {
        expectClose(
          gradients.layers[layer][index].elements, expected[layer][index], within: Self.bound,
          "\(reference.testDescription) layer \(layer + 1) \(name)")
      }
    }
    #expect(gradients.loss == evaluation.loss)
  }

  @Test("are Keras's and PyTorch's on two networks", arguments: ReferenceNetwork.extract)
  func extract(reference: ReferenceNetwork) throws {
    #expect(reference.ending != nil)
    try check(reference)
  }

  private struct File: Decodable { var cases: [ReferenceNetwork] }

  @Test(
    "are Keras's and PyTorch's on all networks of the reference folder",
    .enabled(if: ReferenceFolder.isThere, "the reference folder is not there"))
  func folder() throws {
    let file = try ReferenceFolder.decode(File.self, from: "mlp_gradients.json")
    #expect(file.cases.filter { $0.ending != nil }.count == 60)
    for reference in file.cases { try check(reference) }
    for reference in file.cases where reference.loss == "softmax_ce" {
      try check(reference, oneHot: true)
    }
  }

  @Test("with λ in training are those of λ/(2m) of the training examples")
  func lambdaInTraining() throws {
    let reference = try #require(ReferenceNetwork.extract.last)
    let network = try reference.network(.softmax)
    var settings = TrainingSettings(
      epochs: 1, batchSize: nil, optimizer: .sgd(SGD(learningRate: 1)),
      lambda: reference.lambda2)
    settings.lambda1 = reference.lambda1
    let result = try Trainer(
      network: network, examples: reference.examples(), trainingRows: Samples.rows(0..<5),
      settings: settings
    ).run()
    let record = try #require(result.history.last)
    expectClose(record.loss, reference.totalLoss, within: Self.bound, "loss")
    expectClose(record.dataLoss, reference.dataLoss, within: Self.bound, "data loss")
    // One step at rate 1 takes away the gradient.
    let kernel = try #require(result.network.parameters[0]["kernel"])
    let expected = zip(reference.kernel1.flatMap { $0 }, reference.kernelGradient1.flatMap { $0 })
      .map { $0 - $1 }
    expectClose(kernel.elements, expected, within: Self.bound, "kernel after the step")
  }
}
