import Networks
import TensorEngine
import Testing

@Suite("The bits of a training")
struct DeterminismTests {
  /// Large enough that the dense layers, the gathering, dropout and Adam are cut into chunks.
  private func parameters(_ pool: ThreadPool?, _ kernels: Kernels) throws -> [UInt32] {
    let network = try Samples.network(
      [16, 16, 1], seed: 3, Dense(units: 120, activation: .tanh, l2: 0.001), Dropout(rate: 0.25),
      Dense(units: 70, activation: .sigmoid), ActivationLayer(.relu), BatchNorm(),
      GaussianNoise(deviation: 0.1), Dense(units: 64, activation: .gelu),
      ActivationLayer(.leakyRelu), Dense(units: 64, activation: .selu), ActivationLayer(.elu),
      ActivationLayer(.softplus), BatchNorm(), ActivationLayer(.swish),
      Dense(units: 10, activation: .softmax, l1: 0.0001))
    let bytes = RandomStream(seed: 1, name: "bytes").words(count: 300 * 256)
    let classes = RandomStream(seed: 1, name: "classes").words(count: 300)
    let examples = try Examples(
      inputShape: [16, 16, 1], inputs: .bytes(bytes.map { UInt8(truncatingIfNeeded: $0) }),
      targets: .classes(classes.map { Int32($0 % 10) }, count: 10),
      scaling: FeatureScaling(shift: 0, scale: 1 / 255))
    let settings = TrainingSettings(
      epochs: 2, batchSize: 100, optimizer: .adam(Adam(learningRate: 0.01)), lambda: 0.1)
    let result = try Trainer(
      network: network, examples: examples, trainingRows: Samples.rows(0..<250),
      validationRows: Samples.rows(250..<300), settings: settings, pool: pool, kernels: kernels
    ).run()
    let reports = result.history.records.flatMap { record -> [Double] in
      [record.loss, record.accuracy ?? 0, record.validationLoss ?? 0]
    }
    return result.network.parameterBits
      + reports.map { UInt32(truncatingIfNeeded: $0.bitPattern) }
  }

  @Test("are the same on 1, 2 and 7 threads")
  func threads() throws {
    let expected = try parameters(nil, .selected)
    for threads in [1, 2, 7] {
      #expect(try parameters(ThreadPool(threads: threads), .selected) == expected)
    }
  }

  @Test("are the same on every processor path")
  func paths() throws {
    let plain = try #require(Kernels.path(.plain))
    let expected = try parameters(nil, plain)
    for kernels in Kernels.available {
      #expect(try parameters(nil, kernels) == expected, "\(kernels.path)")
    }
  }

  @Test("depend on the seed of the training, and on nothing before it")
  func seeds() throws {
    let examples = try Samples.examples([2], count: 10, .classes(2))
    let network = try Samples.network([2], Dense(units: 1, activation: .sigmoid))
    let bits = try [1, 2, 1].map { seed in
      try Trainer(
        network: network, examples: examples, trainingRows: Samples.rows(0..<10),
        settings: TrainingSettings(epochs: 2, batchSize: 3, seed: seed)
      ).run().network.parameterBits
    }
    #expect(bits[0] == bits[2])
    #expect(bits[0] != bits[1])
  }
}
