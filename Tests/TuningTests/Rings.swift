import Networks
import TensorEngine
import Tuning

/// Small networks and examples to compare and to validate.
enum Rings {
  /// Points on a ring of two classes, in fixed places.
  static func examples(_ count: Int) throws -> Examples {
    var features: [Float] = []
    for index in 0..<count {
      let angle = Double(index) * 0.9
      let radius = index.isMultiple(of: 2) ? 1.0 : 0.5
      features.append(Float(radius * ElementaryMath.cos(angle)))
      features.append(Float(radius * ElementaryMath.sin(angle)))
    }
    return try Examples(
      inputShape: [2], inputs: .floats(features),
      targets: .classes((0..<count).map { Int32($0 % 2) }, count: 2))
  }

  static func rows(_ range: Range<Int>) -> [Int32] { range.map { Int32($0) } }

  /// A network with dropout, and how it is trained.
  static func variant(rate: Double, epochs: Int = 4) throws -> Comparison.Variant {
    var network = Network(inputShape: [2], seed: 3)
    try network.add(Dense(units: 4, activation: .tanh))
    try network.add(Dropout(rate: 0.2))
    try network.add(Dense(units: 1, activation: .sigmoid))
    let settings = TrainingSettings(
      epochs: epochs, batchSize: 8, optimizer: .sgd(SGD(learningRate: rate)))
    return Comparison.Variant(label: "rate=\(rate)", network: network, settings: settings)
  }

  /// A variant whose training diverges.
  static func wild() throws -> Comparison.Variant {
    let calm = try variant(rate: 1e30)
    var settings = calm.settings
    settings.l2 = 1
    return Comparison.Variant(label: "wild", network: calm.network, settings: settings)
  }

  /// The training of a variant on the first 32 of 48 examples.
  static func trainer(_ variant: Comparison.Variant, pool: ThreadPool? = nil) throws -> Trainer {
    Trainer(
      network: variant.network, examples: try examples(48), trainingRows: rows(0..<32),
      settings: variant.settings, pool: pool)
  }
}
