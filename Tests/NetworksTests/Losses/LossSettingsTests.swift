import Networks
import TensorEngine
import Testing

/// The numbers are Keras 3.15.1's, `keras.losses` with `from_logits=True`.
@Suite("Smoothed labels, class weights, hinge and absolute error")
struct LossSettingsTests {
  private static let logits: [Float] = [2, -1, 0.5, 0, 0, 0, -3, 4, 1]
  private static let classes: [Int32] = [0, 2, 0]

  /// A network that passes its inputs on as outputs.
  private func identity(_ width: Int) throws -> Network {
    var network = try Samples.network([width], Dense(units: width))
    var kernel = Tensor(shape: [width, width])
    for unit in 0..<width { kernel.elements[unit * width + unit] = 1 }
    try network.setParameter("kernel", ofLayer: 0, to: kernel)
    return network
  }

  private func loss(
    _ loss: Loss, _ settings: LossSettings = LossSettings(), inputs: [Float] = logits,
    _ targets: Targets = .classes(classes, count: 3)
  ) throws -> Double {
    let width = inputs.count / targets.rowCount
    let examples = try Examples(inputShape: [width], inputs: .floats(inputs), targets: targets)
    return try identity(width).evaluate(examples, loss: loss, settings: settings).dataLoss
  }

  @Test("categorical cross-entropy, sparse, one-hot, smoothed and weighted")
  func categorical() throws {
    let oneHot = Targets.values([1, 0, 0, 0, 0, 1, 1, 0, 0], width: 3)
    expectClose(try loss(.categoricalCrossEntropy), 2.796459913253784, within: 1e-6)
    expectClose(try loss(.categoricalCrossEntropy, oneHot), 2.796459913253784, within: 1e-6)
    let smoothed = LossSettings(labelSmoothing: 0.1)
    expectClose(try loss(.categoricalCrossEntropy, smoothed), 2.7242374420166016, within: 1e-6)
    expectClose(
      try loss(.categoricalCrossEntropy, smoothed, oneHot), 2.7242374420166016, within: 1e-6)
    // PyTorch's weighted mean, divided by the weights and not by the rows, would be 2.371998.
    expectClose(
      try loss(.categoricalCrossEntropy, LossSettings(classWeights: [1, 5, 2])),
      3.162663698196411, within: 1e-6)
  }

  private func loss(_ loss: Loss, _ targets: Targets) throws -> Double {
    try self.loss(loss, LossSettings(), targets)
  }

  @Test("binary cross-entropy, smoothed and weighted")
  func binary() throws {
    let inputs: [Float] = [2, -1, 0.5, 0.25]
    let targets = Targets.classes([1, 0, 0, 1], count: 2)
    expectClose(
      try loss(
        .binaryCrossEntropy, LossSettings(labelSmoothing: 0.2), inputs: inputs, targets),
      0.5663014650344849, within: 1e-6)
    expectClose(
      try loss(
        .binaryCrossEntropy, LossSettings(classWeights: [0.5, 3]), inputs: inputs, targets),
      0.6880679130554199, within: 1e-6)
  }

  @Test("hinge makes classes into -1 and 1, and decides at 0")
  func hinge() throws {
    let inputs: [Float] = [2, -1, 0.5, 0.25]
    let targets = Targets.classes([1, 0, 0, 1], count: 2)
    expectClose(try loss(.hinge, inputs: inputs, targets), 0.5625, within: 1e-7)
    expectClose(
      try loss(.hinge, inputs: inputs, .values([1, -1, -1, 1], width: 1)), 0.5625, within: 1e-7)
    expectClose(try loss(.hinge), 1.7222223281860352, within: 1e-6)
    let examples = try Examples(inputShape: [1], inputs: .floats(inputs), targets: targets)
    let evaluation = try identity(1).evaluate(examples, loss: .hinge)
    #expect(evaluation.correctCount == 3)
  }

  private func loss(_ loss: Loss, inputs: [Float], _ targets: Targets) throws -> Double {
    try self.loss(loss, LossSettings(), inputs: inputs, targets)
  }

  @Test("absolute error")
  func absoluteError() throws {
    expectClose(
      try loss(
        .meanAbsoluteError, inputs: [2, -1, 0.5, 0.25], .values([1, 0, 0, 1], width: 1)),
      0.8125, within: 1e-7)
  }

  @Test("a training with class weights reports and follows the weighted loss, as Keras does")
  func training() throws {
    var network = try Samples.network([2], Dense(units: 1, activation: .sigmoid))
    try network.setParameter(
      "kernel", ofLayer: 0, to: Tensor(shape: [2, 1], elements: [0.5, 0.5]))
    let examples = try Examples(
      inputShape: [2], inputs: .floats([1, 0, 0, 1, 1, 1, 0, 0]),
      targets: .classes([1, 0, 0, 1], count: 2))
    var settings = TrainingSettings(
      epochs: 1, batchSize: 4, optimizer: .sgd(SGD(learningRate: 1)))
    settings.classWeights = .given([0.5, 3])
    let result = try Trainer(
      network: network, examples: examples, trainingRows: Samples.rows(0..<4),
      settings: settings
    ).run()
    expectClose(try #require(result.history.last).loss, 1.1613354682922363, within: 1e-6)
    let learned = result.network.parameters[0]
    expectClose(
      try #require(learned["kernel"]).elements, [0.6917731761932373, 0.3308102488517761],
      within: 1e-6)
    expectClose(try #require(learned["bias"]).elements, [0.4889657497406006], within: 1e-6)
    // Evaluation lets every example count alike; the gradient keeps the weights.
    let plain = try result.network.evaluate(examples).dataLoss
    let weighted = try result.network.evaluate(
      examples, settings: result.network.training.lossSettings
    ).dataLoss
    #expect(plain != weighted)
    #expect(try result.network.gradients(examples).dataLoss == weighted)
  }

  @Test("balanced class weights are n / (k · n_c) over the training rows")
  func balanced() throws {
    let targets = Targets.classes([0, 0, 0, 1, 2, 2, 1, 1], count: 4)
    let weights = try ClassWeights.balanced.resolved(for: targets, rows: [0, 1, 2, 3, 4, 5])
    // scikit-learn: compute_class_weight("balanced", classes=[0,1,2], y=[0,0,0,1,2,2])
    #expect(weights == [6.0 / 9, 2, 1, 0])
  }

  @Test("what does not fit is refused with the facts")
  func refusals() throws {
    let numbers = Targets.values([1, 2], width: 1)
    #expect(
      throws: EngineError.misfit(what: "class_weight", .numbers)
    ) { try ClassWeights.balanced.resolved(for: numbers, rows: [0]) }
    let classes = Targets.classes([0, 1], count: 2)
    #expect(throws: EngineError.self) {
      try ClassWeights.given([1]).resolved(for: classes, rows: [0])
    }
    #expect(throws: EngineError.self) {
      try ClassWeights.given([1, -1]).resolved(for: classes, rows: [0])
    }
    var settings = TrainingSettings(loss: .meanSquaredError)
    settings.labelSmoothing = 0.1
    let trainer = Trainer(
      network: try identity(1),
      examples: try Examples(inputShape: [1], inputs: .floats([1, 2]), targets: numbers),
      trainingRows: [0, 1], settings: settings)
    #expect(throws: NetworkError.self) { try trainer.run() }
  }
}
