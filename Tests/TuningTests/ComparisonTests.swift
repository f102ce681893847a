import Networks
import TensorEngine
import Testing
import Tuning

@Suite("Comparison")
struct ComparisonTests {
  /// Points on a ring of two classes, in fixed places.
  private static let examples: Examples = {
    var features: [Float] = []
    var classes: [Int32] = []
    for index in 0..<48 {
      let angle = Double(index) * 0.9
      let radius = index.isMultiple(of: 2) ? 1.0 : 0.5
      features.append(Float(radius * ElementaryMath.cos(angle)))
      features.append(Float(radius * ElementaryMath.sin(angle)))
      classes.append(Int32(index % 2))
    }
    do {
      return try Examples(
        inputShape: [2], inputs: .floats(features), targets: .classes(classes, count: 2))
    } catch {
      fatalError("\(error)")
    }
  }()

  private static let comparison = Comparison(
    examples: examples, rows: Array(0..<32), validationRows: Array(32..<48))

  private static func variants(rates: [Double]) throws -> [Comparison.Variant] {
    var network = Network(inputShape: [2], seed: 3)
    try network.add(Dense(units: 4, activation: .tanh))
    try network.add(Dropout(rate: 0.2))
    try network.add(Dense(units: 1, activation: .sigmoid))
    return rates.map { rate in
      var settings = TrainingSettings()
      settings.epochs = 4
      settings.batchSize = 8
      settings.optimizer = .sgd(SGD(learningRate: rate))
      return Comparison.Variant(label: "rate=\(rate)", network: network, settings: settings)
    }
  }

  @Test("gives the same trials on any number of threads", arguments: [2, 3, 7])
  func threads(_ count: Int) throws {
    let variants = try Self.variants(rates: [0.01, 0.1, 0.5, 1, 2])
    let alone = Self.comparison.run(
      variants, pool: ThreadPool(threads: 1), isInterrupted: { false })
    let together = Self.comparison.run(
      variants, pool: ThreadPool(threads: count), isInterrupted: { false })
    #expect(alone.count == 5 && together.count == 5)
    for (first, second) in zip(alone, together) {
      let (one, other) = (try first.get(), try second.get())
      #expect(one.label == other.label)
      #expect(one.result.network == other.result.network)
      #expect(one.training == other.training)
      #expect(one.validation == other.validation)
      #expect(one.weightNorm == other.weightNorm)
    }
  }

  @Test("trains each variant as it would be trained alone")
  func alone() throws {
    let variants = try Self.variants(rates: [0.1, 1])
    let outcomes = Self.comparison.run(
      variants, pool: ThreadPool(threads: 2), isInterrupted: { false })
    for (variant, outcome) in zip(variants, outcomes) {
      let result = try Trainer(
        network: variant.network, examples: Self.examples, trainingRows: Self.comparison.rows,
        validationRows: Self.comparison.validationRows, settings: variant.settings
      ).run()
      #expect(try outcome.get().result.network == result.network)
    }
    #expect(try outcomes[0].get().weightNorm != outcomes[1].get().weightNorm)
  }

  @Test("keeps a variant that diverges as an outcome, and the others as they are")
  func divergence() throws {
    var variants = try Self.variants(rates: [0.1, 0.1, 0.1])
    var wild = variants[1].settings
    wild.optimizer = .sgd(SGD(learningRate: 1e30))
    wild.l2 = 1
    variants[1] = Comparison.Variant(label: "wild", network: variants[1].network, settings: wild)
    let outcomes = Self.comparison.run(
      variants, pool: ThreadPool(threads: 3), isInterrupted: { false })
    #expect(throws: NetworkError.self) { try outcomes[1].get() }
    guard case .failure(.engine(.diverged)) = outcomes[1] else {
      Issue.record("\(outcomes[1])")
      return
    }
    #expect(try outcomes[0].get().training == outcomes[2].get().training)
  }

  @Test("has no validation without a validation split")
  func noValidation() throws {
    let comparison = Comparison(examples: Self.examples, rows: Array(0..<48), validationRows: [])
    let outcomes = comparison.run(
      try Self.variants(rates: [0.1]), pool: ThreadPool(threads: 1), isInterrupted: { false })
    #expect(try outcomes[0].get().validation == nil)
  }

  @Test("counts the trials that are done, each once")
  func counting() throws {
    let seen = Counts()
    _ = Self.comparison.run(
      try Self.variants(rates: [0.1, 0.2, 0.3]), pool: ThreadPool(threads: 2),
      isInterrupted: { false }, onTrial: { seen.add($0) })
    #expect(seen.sorted == [1, 2, 3])
  }
}
