import Networks
import Synchronization
import TensorEngine
import Testing

/// Counts from 1.
private final class Count: Sendable {
  private let count = Mutex(0)
  var value: Int { count.withLock { $0 } }

  func next() -> Int {
    count.withLock {
      $0 += 1
      return $0
    }
  }
}

@Suite("Training")
struct TrainerTests {
  private func trainer(
    _ network: Network, _ examples: Examples, rows: Range<Int>, validation: Range<Int> = 0..<0,
    _ settings: TrainingSettings
  ) -> Trainer {
    Trainer(
      network: network, examples: examples, trainingRows: Samples.rows(rows),
      validationRows: Samples.rows(validation), settings: settings)
  }

  @Test("separates two circles with eight tanh units")
  func circles() throws {
    let examples = try Samples.circles(points: 1_000)
    let network = try Samples.network(
      [2], seed: 3, Dense(units: 8, activation: .tanh), Dense(units: 1, activation: .sigmoid))
    let settings = TrainingSettings(
      epochs: 100, batchSize: 10, optimizer: .sgd(SGD(learningRate: 0.1, momentum: 0.9)), seed: 3)
    let result = try trainer(
      network, examples, rows: 0..<800, validation: 800..<1_000, settings
    ).run()
    #expect(result.history.records.count == 100)
    let evaluation = try result.network.evaluate(examples, rows: Samples.rows(800..<1_000))
    #expect(try #require(evaluation.accuracy) >= 0.98)
    let record = try #require(result.history.last)
    #expect(record.validationAccuracy == evaluation.accuracy)
    #expect(record.validationLoss == evaluation.loss)
    #expect(result.network.training.epochs == 100)
    #expect(result.network.training.steps == 8_000)
    #expect(result.steps == 8_000)
    let classes = try result.network.predictClasses(examples)
    guard case .classes(let labels, _) = examples.targets else { return }
    let right = zip(classes[800...], labels[800...]).filter { $0 == $1 }.count
    #expect(right == evaluation.correctCount)
  }

  /// A network with everything in it: dropout, penalties, slots.
  private func everything() throws -> Network {
    try Samples.network(
      [3], seed: 1, Dense(units: 6, activation: .relu, l2: 0.001), Dropout(rate: 0.3),
      Dense(units: 5, activation: .tanh, l1: 0.001), Dropout(rate: 0.2),
      Dense(units: 3, activation: .softmax))
  }

  private static let optimizers: [Optimizer] = [
    .sgd(SGD(learningRate: 0.05)), .sgd(SGD(learningRate: 0.05, momentum: 0.9)),
    .sgd(SGD(learningRate: 0.05, momentum: 0.9, nesterov: true)), .adam(Adam(learningRate: 0.01)),
  ]

  @Test("of 50 and 50 epochs has the bits of 100", arguments: optimizers)
  func continuation(optimizer: Optimizer) throws {
    let examples = try Samples.examples([3], count: 50, .classes(3))
    var settings = TrainingSettings(
      epochs: 100, batchSize: 8, optimizer: optimizer, lambda: 0.1, seed: 9)
    let whole = try trainer(
      everything(), examples, rows: 0..<40, validation: 40..<50, settings
    ).run()
    settings.epochs = 50
    let first = try trainer(
      everything(), examples, rows: 0..<40, validation: 40..<50, settings
    ).run()
    let second = try trainer(
      first.network, examples, rows: 0..<40, validation: 40..<50, settings
    ).run()
    #expect(second.network == whole.network)
    var history = first.history
    history.append(second.history)
    #expect(history == whole.history)
    #expect(history.records.map(\.epoch) == Array(1...100))
  }

  @Test("gives the bits of an interrupted run when it is told its number of steps")
  func interruption() throws {
    let examples = try Samples.examples([3], count: 50, .classes(3))
    for limit in [0, 1, 4, 5, 12, 15, 16] {
      var settings = TrainingSettings(
        epochs: 3, batchSize: 10, optimizer: .adam(Adam(learningRate: 0.01)), seed: 9)
      var asked = 0
      let control = TrainingControl(isInterrupted: {
        asked += 1
        return asked > limit
      })
      let interrupted = try trainer(everything(), examples, rows: 0..<50, settings)
        .run(control: control)
      settings.maximumSteps = limit
      let repeated = try trainer(everything(), examples, rows: 0..<50, settings).run()
      #expect(interrupted.network == repeated.network)
      #expect(interrupted.history == repeated.history)
      #expect(interrupted.history.records.count == min(3, limit / 5))
      #expect(interrupted.steps == min(15, limit))
      let isWhole = limit >= 15
      #expect(interrupted.outcome == (isWhole ? .finished : .interrupted(steps: limit)))
      #expect(repeated.outcome == (isWhole ? .finished : .reachedMaximumSteps))
    }
  }

  @Test("gives the bits of such a run where its validation is called off")
  func interruptedValidation() throws {
    let examples = try Samples.examples([3], count: 1_000, .classes(3))
    let network = try Samples.network(
      [3], Dense(units: 512, activation: .relu), BatchNorm(), Dropout(rate: 0.2),
      Dense(units: 512, activation: .relu), Dense(units: 3, activation: .softmax))
    var settings = TrainingSettings(
      epochs: 2, batchSize: 10, optimizer: .adam(Adam(learningRate: 0.01)), seed: 9)
    settings.earlyStopping = EarlyStopping(monitor: .validationLoss, patience: 3)
    var hasGoneBack = false
    for limit in 0..<40 {
      let (steps, stops) = (Count(), Count())
      let interruption = Interruption(isAsked: { stops.next() > limit })
      var trainer = trainer(network, examples, rows: 0..<40, validation: 40..<1_000, settings)
      trainer.pool = ThreadPool(threads: 1).heeding(interruption)
      let interrupted = try trainer.run(
        control: TrainingControl(isInterrupted: {
          _ = steps.next()
          return interruption.isAsked()
        }))
      guard case .interrupted(let taken) = interrupted.outcome else { continue }
      if taken > 0, taken % 4 == 3, steps.value % 4 == 0 { hasGoneBack = true }
      trainer.settings.maximumSteps = taken
      trainer.pool = nil
      let repeated = try trainer.run()
      #expect(interrupted.network == repeated.network)
      #expect(interrupted.history == repeated.history)
    }
    #expect(hasGoneBack)
  }

  @Test("tells of every epoch as it ends")
  func events() throws {
    let examples = try Samples.examples([3], count: 20, .classes(3))
    var told: [EpochRecord] = []
    let result = try trainer(
      everything(), examples, rows: 0..<20, TrainingSettings(epochs: 4)
    ).run(control: TrainingControl(onEpoch: { told.append($0) }))
    #expect(told == result.history.records)
    #expect(told.count == 4)
  }

  @Test("starts the optimizer afresh when it becomes another")
  func otherOptimizer() throws {
    let examples = try Samples.examples([3], count: 20, .classes(3))
    var settings = TrainingSettings(epochs: 2, optimizer: .adam(Adam()))
    let first = try trainer(everything(), examples, rows: 0..<20, settings).run().network
    #expect(first.training.optimizer?.steps == 2)
    settings.optimizer = .adam(Adam(learningRate: 0.5))
    let faster = try trainer(first, examples, rows: 0..<20, settings).run().network
    #expect(faster.training.optimizer?.steps == 4)
    settings.optimizer = .sgd(SGD(momentum: 0.5))
    let other = try trainer(faster, examples, rows: 0..<20, settings).run().network
    #expect(other.training.optimizer?.steps == 2)
    #expect(other.training.optimizer?.slots.count == 1)
    #expect(other.training.steps == 6)
  }

  @Test(
    "takes any batch size: 1, more than there is, and all",
    arguments: [1, 7, 20, 1_000, nil] as [Int?])
  func batchSizes(size: Int?) throws {
    let examples = try Samples.examples([3], count: 20, .classes(3))
    let result = try trainer(
      everything(), examples, rows: 0..<20, TrainingSettings(epochs: 2, batchSize: size)
    ).run()
    let steps = (20 + min(size ?? 20, 20) - 1) / min(size ?? 20, 20)
    #expect(result.steps == 2 * steps)
    #expect(try #require(result.history.last).loss.isFinite)
  }

  @Test("takes one row, and the same row twice")
  func oneRow() throws {
    let examples = try Samples.examples([3], count: 2, .classes(3))
    let one = try trainer(everything(), examples, rows: 1..<2, TrainingSettings(epochs: 3)).run()
    #expect(one.steps == 3)
    let twice = try Trainer(
      network: everything(), examples: examples, trainingRows: [1, 1], validationRows: [0],
      settings: TrainingSettings(epochs: 1, batchSize: 1)
    ).run()
    #expect(twice.steps == 2)
    #expect(twice.history.last?.validationAccuracy != nil)
  }

  @Test("of no epochs changes nothing")
  func noEpochs() throws {
    let examples = try Samples.examples([3], count: 20, .classes(3))
    let network = try everything()
    let result = try trainer(network, examples, rows: 0..<20, TrainingSettings(epochs: 0)).run()
    #expect(result.network == network)
    #expect(result.outcome == .finished)
    #expect(result.history.records.isEmpty)
  }
}
