import CAllocationCounter
import Networks
import TensorEngine
import Testing

/// What the steps of a training did, the rest of the training left out.
struct StepCount: Equatable {
  /// How many steps are counted.
  static let steps = 12

  /// Calls of malloc and its relatives.
  var allocations: Int
  /// Retains and releases; 0 where they can't be counted.
  var references: Int

  /// The steps `steps + 1` to `2 · steps` of an epoch, counted while they run.
  ///
  /// - Parameter body: Done before each step.
  static func ofSteps(_ trainer: Trainer, body: @escaping () -> Void = {}) throws -> StepCount {
    let counts = try (0..<4).map { _ in try ofRun(trainer, body) }
    // The least of several, because what others do meanwhile can only add to one.
    return StepCount(
      allocations: counts.map(\.allocations).reduce(.max, min),
      references: counts.map(\.references).reduce(.max, min))
  }

  private static func ofRun(_ trainer: Trainer, _ body: @escaping () -> Void) throws -> StepCount {
    var trainer = trainer
    trainer.settings.maximumSteps = 2 * steps + 1
    var begun = 0
    let control = TrainingControl(isInterrupted: {
      begun += 1
      if begun == steps + 1 { allocation_counter_start() }
      if begun == 2 * steps + 1 { allocation_counter_stop() }
      body()
      return false
    })
    let result = try trainer.run(control: control)
    #expect(result.steps == 2 * steps + 1)
    return StepCount(
      allocations: allocation_counter_allocations(), references: allocation_counter_references())
  }

  /// Trains every layer with every optimizer and every loss, and expects nothing.
  static func expectNothing(pool: ThreadPool?) throws {
    for sample in LayerSample.all {
      for optimizer in optimizers {
        try expectNothing(sample, optimizer, nil, pool)
      }
      for loss in Loss.allCases {
        try expectNothing(sample, .sgd(SGD()), loss, pool)
      }
    }
    for optimizer in optimizers {
      for loss in Loss.allCases {
        try expectNothing(wide, optimizer, loss, pool)
      }
    }
    var everything = try trainer(wide, .adam(Adam()), nil, pool)
    everything.settings.labelSmoothing = 0.1
    everything.settings.classWeights = .balanced
    everything.settings.l1 = 0.01
    everything.settings.lambda = 0.01
    everything.settings.maxNorm = 2
    try expectNothing(everything, "a training with all settings")
    everything.settings.isProximal = true
    try expectNothing(everything, "a training with all settings, its l1 taken behind each step")
  }

  private static let wide = LayerSample(
    layer: Dense(units: 96, activation: .relu, l1: 0.001, l2: 0.001), input: [96])

  private static let optimizers =
    Optimizer.Kind.allCases.map { $0.optimizer() } + [
      .sgd(SGD(momentum: 0.9)), .sgd(SGD(momentum: 0.9, nesterov: true)),
    ]

  private static func expectNothing(
    _ sample: LayerSample, _ optimizer: Optimizer, _ loss: Loss?, _ pool: ThreadPool?
  ) throws {
    let trainer = try trainer(sample, optimizer, loss, pool)
    try expectNothing(
      trainer, "\(sample.layer.text), \(optimizer.kind), \(loss?.rawValue ?? "its own loss")")
  }

  private static func expectNothing(_ trainer: Trainer, _ what: String) throws {
    let count = try ofSteps(trainer)
    #expect(count.allocations == 0, "\(what): \(count)")
    // A step asks whether it is to stop, and the closure that is asked is retained and released;
    // so is the pool where regions are shared.
    let bound = trainer.pool == nil ? 2 * steps : 10 * steps
    #expect(count.references <= bound, "\(what): \(count)")
  }

  /// The first training with an output that the loss takes.
  private static func trainer(
    _ sample: LayerSample, _ optimizer: Optimizer, _ loss: Loss?, _ pool: ThreadPool?
  ) throws -> Trainer {
    let batch = 64
    let outputs: [(Dense, TargetForm)] = [
      (Dense(units: 3, activation: .softmax), .classes(3)),
      (Dense(units: 1, activation: .sigmoid), .classes(2)),
      (Dense(units: 2), .values(width: 2)), (Dense(units: 1, activation: .tanh), .classes(2)),
    ]
    for (output, targets) in outputs {
      let network = try Samples.network(sample.input, Dropout(rate: 0.25), sample.layer, output)
      let trainer = Trainer(
        network: network, examples: try Samples.examples(sample.input, count: 25 * batch, targets),
        trainingRows: Samples.rows(0..<25 * batch),
        settings: TrainingSettings(batchSize: batch, optimizer: optimizer, loss: loss), pool: pool)
      var trial = trainer
      trial.settings.maximumSteps = 1
      if (try? trial.run()) != nil { return trainer }
    }
    Issue.record("no output fits \(loss?.rawValue ?? "its loss")")
    throw NetworkError.noLayers
  }
}
