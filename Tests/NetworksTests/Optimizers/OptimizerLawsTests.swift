import Networks
import TensorEngine
import Testing

/// What holds for every optimizer of the table; none can be added without it.
@Suite("Every optimizer")
struct OptimizerLawsTests {
  private func train(
    _ sample: OptimizerCase, _ network: Network, _ examples: Examples, epochs: Int, batch: Int?,
    pool: ThreadPool? = nil, kernels: Kernels = .selected
  ) throws -> TrainingResult {
    try Trainer(
      network: network, examples: examples, trainingRows: Samples.rows(0..<examples.count),
      settings: sample.settings(epochs: epochs, batch: batch), pool: pool, kernels: kernels
    ).run()
  }

  @Test(
    "gives the same bits on every processor path and any number of threads",
    arguments: OptimizerCase.all)
  func bits(_ sample: OptimizerCase) throws {
    let network = try Samples.network(
      [90], seed: 2, Dense(units: 121, activation: .tanh), Dense(units: 3, activation: .softmax))
    let examples = try Samples.examples([90], count: 37, .classes(3))
    let plain = try #require(Kernels.path(.plain))
    let expected = try train(sample, network, examples, epochs: 3, batch: 10, kernels: plain)
    for kernels in Kernels.available {
      let other = try train(sample, network, examples, epochs: 3, batch: 10, kernels: kernels)
      #expect(other.network == expected.network, "\(kernels.path)")
    }
    for threads in [2, 7] {
      let other = try train(
        sample, network, examples, epochs: 3, batch: 10, pool: ThreadPool(threads: threads))
      #expect(other.network == expected.network, "\(threads) threads")
    }
  }

  @Test("goes downhill on a quadratic", arguments: OptimizerCase.all)
  func descends(_ sample: OptimizerCase) throws {
    let a = [[3.0, 0.5, 0], [0.5, 1, -0.2], [0, -0.2, 0.3]]
    let examples = try OptimizerReferenceTests.quadraticExamples(a, [1, -2, 0.5])
    var network = try Samples.network([3], Dense(units: 1, usesBias: false))
    try network.setParameter(
      "kernel", ofLayer: 0, to: Tensor(shape: [3, 1], elements: [3, 2, -4]))
    var sample = sample
    sample.weightDecay = sample.weightDecay.map { min($0, 0.01) }
    let losses = try train(sample, network, examples, epochs: 30, batch: nil).history.records
      .map(\.dataLoss)
    // The losses of the first steps fall one after the other.
    for (one, next) in zip(losses.prefix(5), losses.dropFirst()) { #expect(next < one) }
    #expect((losses.last ?? .infinity) < losses[0])
  }

  @Test("trains 50 epochs twice to the bits of 100", arguments: OptimizerCase.all)
  func continues(_ sample: OptimizerCase) throws {
    let network = try Samples.network(
      [2], seed: 4, Dense(units: 4, activation: .tanh), Dropout(rate: 0.3),
      Dense(units: 1, activation: .sigmoid))
    let examples = try Samples.circles(points: 23)
    let whole = try train(sample, network, examples, epochs: 100, batch: 8)
    let half = try train(sample, network, examples, epochs: 50, batch: 8)
    let both = try train(sample, half.network, examples, epochs: 50, batch: 8)
    #expect(both.network == whole.network)
    #expect(half.history.records + both.history.records == whole.history.records)
  }

  @Test("bears subnormal, huge and infinite gradients", arguments: OptimizerCase.all)
  func extremes(_ sample: OptimizerCase) throws {
    for scale: Float in [0, 0x1p-140, 1e-20, 1e18, 3e38] {
      let examples = try Examples(
        inputShape: [2], inputs: .floats([scale, -scale, 1, scale]),
        targets: .values([scale, -1], width: 1))
      let network = try Samples.network([2], Dense(units: 1))
      do {
        let result = try train(sample, network, examples, epochs: 3, batch: 1)
        let weights = result.network.parameters[0].tensors[0].elements
        #expect(weights.allSatisfy { $0.isFinite })
      } catch NetworkError.engine(.diverged) {}
    }
  }

  @Test("has as many slots as it names, and starts them as it says", arguments: OptimizerCase.all)
  func slots(_ sample: OptimizerCase) throws {
    // With inputs of 0 and the right outputs no gradient changes a slot of a kernel.
    let examples = try Examples(
      inputShape: [2], inputs: .floats([0, 0]), targets: .values([0], width: 1))
    let network = try Samples.network([2], Dense(units: 1))
    let result = try train(sample, network, examples, epochs: 1, batch: 1)
    let state = try #require(result.network.training.optimizer)
    #expect(state.slots.count == sample.optimizer.slotNames.count)
    #expect(Set(sample.optimizer.slotNames).count == sample.optimizer.slotNames.count)
    for slot in state.slots where !slot.isEmpty {
      let start = sample.optimizer.rule.slotStart
      #expect(slot[0].elements.allSatisfy { abs($0 - start) <= 0.11 * start })
    }
  }

  @Test("refuses a rate that is no positive number", arguments: Optimizer.Kind.allCases)
  func rates(_ kind: Optimizer.Kind) {
    for rate in [0, -1, Double.nan, .infinity] {
      #expect(throws: EngineError.self) { try kind.optimizer(learningRate: rate).validate() }
    }
    #expect(throws: Never.self) { try kind.optimizer().validate() }
    #expect(kind.optimizer(learningRate: 0.5).learningRate == 0.5)
    #expect(kind.optimizer().kind == kind)
  }

  @Test("is typed by the name of its kind, or by another one that says more of it")
  func names() {
    #expect(
      Optimizer.named.map(\.name)
        == ["sgd", "momentum", "rmsprop", "adam", "adamw", "adagrad", "adadelta", "nadam"])
    for (name, optimizer) in Optimizer.named where name != "momentum" {
      #expect(optimizer == Optimizer.Kind(rawValue: name)?.optimizer())
    }
    let nesterov = Optimizer.sgd(SGD(learningRate: 0.3, momentum: 0.5, nesterov: true))
    #expect(nesterov.renamed("momentum") == .sgd(SGD(learningRate: 0.3, momentum: 0.9)))
    #expect(nesterov.renamed("sgd") == .sgd(SGD(learningRate: 0.3)))
    #expect(nesterov.renamed("adam") == .adam(Adam()))
    let adam = Optimizer.adam(Adam(learningRate: 0.3, beta1: 0.5))
    #expect(adam.renamed("adam") == adam)
    #expect(adam.renamed("momentum") == .sgd(SGD(momentum: 0.9)))
    #expect(adam.renamed("Adam") == nil)
  }

  @Test("has Keras's defaults")
  func defaults() {
    let rates = Optimizer.Kind.allCases.map { $0.optimizer().learningRate }
    #expect(rates == [0.01, 0.001, 0.001, 0.001, 0.001, 0.001, 0.001])
    #expect(RMSprop().rho == 0.9 && RMSprop().epsilon == 1e-7)
    #expect(Adam().beta1 == 0.9 && Adam().beta2 == 0.999 && !Adam().amsgrad)
    #expect(TrainingSettings(optimizer: .adamw(AdamW())).decay == 0.004)
    #expect(TrainingSettings(optimizer: .adam(Adam())).decay == 0)
    #expect(Adagrad().initialAccumulator == 0.1 && Adadelta().rho == 0.95)
    #expect(SGD().momentum == 0 && !SGD().nesterov)
  }
}
