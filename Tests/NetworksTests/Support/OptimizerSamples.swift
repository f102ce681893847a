import Networks
import Testing

/// An optimizer with settings, named in the report.
struct OptimizerCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let optimizer: Optimizer
  var weightDecay: Double?
  var clipping: GradientClipping?

  init(
    _ name: String, _ optimizer: Optimizer, weightDecay: Double? = nil,
    clipping: GradientClipping? = nil
  ) {
    testDescription = name
    self.optimizer = optimizer
    self.weightDecay = weightDecay
    self.clipping = clipping
  }

  /// Every kind of the table as it is, and every setting that makes another rule of it.
  static let all: [OptimizerCase] =
    Optimizer.Kind.allCases.map { OptimizerCase($0.rawValue, $0.optimizer(learningRate: 0.01)) }
    + [
      OptimizerCase("momentum", .sgd(SGD(momentum: 0.9))),
      OptimizerCase("nesterov", .sgd(SGD(momentum: 0.9, nesterov: true))),
      OptimizerCase("rmsprop with momentum", .rmsprop(RMSprop(learningRate: 0.01, momentum: 0.5))),
      OptimizerCase("centered rmsprop", .rmsprop(RMSprop(learningRate: 0.01, centered: true))),
      OptimizerCase(
        "centered rmsprop with momentum",
        .rmsprop(RMSprop(learningRate: 0.01, momentum: 0.5, centered: true))),
      OptimizerCase("amsgrad", .adam(Adam(learningRate: 0.01, amsgrad: true))),
      OptimizerCase(
        "adamw with amsgrad", .adamw(AdamW(Adam(learningRate: 0.01, amsgrad: true)))),
      OptimizerCase("sgd with weight decay", .sgd(SGD()), weightDecay: 0.1),
      OptimizerCase("adagrad with weight decay", .adagrad(Adagrad()), weightDecay: 0.1),
      OptimizerCase("sgd, values clipped", .sgd(SGD()), clipping: .value(0.01)),
      OptimizerCase("nesterov, norms clipped", .sgd(SGD(momentum: 0.9)), clipping: .norm(0.1)),
      OptimizerCase(
        "adam, global norm clipped", .adam(Adam(learningRate: 0.01)), clipping: .globalNorm(0.1)),
    ]

  func settings(epochs: Int, batch: Int?, seed: UInt64 = 0) -> TrainingSettings {
    TrainingSettings(
      epochs: epochs, batchSize: batch, optimizer: optimizer, weightDecay: weightDecay,
      clipping: clipping, seed: seed)
  }
}
