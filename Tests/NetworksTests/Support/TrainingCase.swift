import Networks
import TensorEngine

/// A small training whose bits are committed.
struct TrainingCase {
  var name: String
  var network: Network
  var examples: Examples
  var settings: TrainingSettings

  /// A layer of each kind under each loss and each optimizer, then every sample of a layer.
  static func all() throws -> [TrainingCase] {
    var cases: [TrainingCase] = []
    var kinds: Set<String> = []
    for sample in LayerSample.all {
      let isFirst = kinds.insert(sample.layer.kind).inserted
      for loss in isFirst ? Loss.allCases : [.meanSquaredError] {
        for kind in isFirst ? Optimizer.Kind.allCases : [.sgd] {
          cases.append(try TrainingCase(sample, loss, kind.optimizer()))
        }
      }
    }
    return cases
  }

  private init(_ sample: LayerSample, _ loss: Loss, _ optimizer: Optimizer) throws {
    let ending = LossLawsTests.Ending.all.first { $0.loss == loss && $0.fits }
    guard let ending else { throw NetworkError.noLayers }
    name = "\(sample.testDescription), \(loss.rawValue), \(optimizer.kind.rawValue)"
    network = try Samples.network(
      [3], seed: 2, ShapedDense(shape: sample.input), sample.layer,
      Dense(units: ending.outputs, activation: ending.activation))
    examples = try ending.examples(count: 11)
    settings = TrainingSettings(
      epochs: 2, batchSize: 4, optimizer: optimizer, loss: loss, l1: 0.001, l2: 0.01, seed: 3)
  }

  /// The hash of what the training leaves: all weights and all figures of its epochs, or the
  /// refusal.
  func hash(_ kernels: Kernels, _ pool: ThreadPool? = nil) -> UInt64 {
    let trainer = Trainer(
      network: network, examples: examples, trainingRows: Samples.rows(0..<9),
      validationRows: Samples.rows(9..<11), settings: settings, pool: pool, kernels: kernels)
    var hash = BitHash()
    do {
      let result = try trainer.run()
      for layer in result.network.parameters {
        for tensor in layer.tensors { hash.add(tensor.elements) }
      }
      for record in result.history.records {
        let figures = [
          record.dataLoss, record.penalty, record.accuracy ?? -1, record.validationDataLoss ?? -1,
          record.validationAccuracy ?? -1, record.learningRate,
        ]
        for figure in figures { hash.add(figure) }
      }
    } catch {
      hash.add("\(error)")
    }
    return hash.value
  }
}

/// FNV-1a with 64 bits over numbers, with one NaN for all.
struct BitHash {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ bits: UInt64) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      value = (value ^ (bits >> shift & 0xff)) &* 0x0000_0100_0000_01B3
    }
  }

  mutating func add(_ number: Double) { add(number.isNaN ? 0x7ff8 << 48 : number.bitPattern) }

  mutating func add(_ numbers: [Float]) {
    for number in numbers { add(UInt64(number.isNaN ? 0x7fc0_0000 : number.bitPattern)) }
  }

  mutating func add(_ text: String) {
    for byte in text.utf8 { add(UInt64(byte)) }
  }
}
