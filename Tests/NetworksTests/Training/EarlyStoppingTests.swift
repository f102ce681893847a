import TensorEngine
import Testing

@testable import Networks

/// The expected epochs are Keras 3.15.1's, counted from 0.
@Suite("Early stopping")
struct EarlyStoppingTests {
  private static let losses = [0.90, 0.80, 0.85, 0.81, 0.83, 0.79, 0.78]

  private func follow(_ losses: [Double], _ rule: EarlyStopping) -> (stop: Int?, best: Int?) {
    var watch = StoppingWatch()
    var best: Int?
    for (epoch, loss) in losses.enumerated() {
      let verdict = watch.take(loss, under: rule)
      if verdict.isBest { best = epoch }
      if verdict.stops { return (epoch, best) }
    }
    return (nil, best)
  }

  @Test(
    "stops after as many bad epochs as its patience", arguments: [(0, 2), (1, 2), (2, 3), (3, 4)])
  func patience(patience: Int, stop: Int) {
    let (stopped, best) = follow(Self.losses, EarlyStopping(patience: patience))
    #expect(stopped == stop)
    #expect(best == 1)
  }

  @Test("does not stop where its patience outlasts the run")
  func patient() {
    let (stopped, best) = follow(Self.losses, EarlyStopping(patience: 4))
    #expect(stopped == nil)
    #expect(best == 6)
  }

  @Test("does not look at the epochs before its start")
  func start() {
    let (stopped, best) = follow(Self.losses, EarlyStopping(patience: 1, startAfter: 3))
    #expect(stopped == 4)
    #expect(best == 3)
  }

  @Test("takes a change below its delta for no improvement")
  func delta() {
    let (stopped, best) = follow(
      [0.9, 0.8, 0.79, 0.785, 0.78], EarlyStopping(patience: 2, minDelta: 0.02))
    #expect(stopped == 3)
    #expect(best == 1)
  }

  /// A rule with a baseline and what Keras made of it.
  struct Baseline: Sendable, CustomTestStringConvertible {
    var patience: Int
    var baseline: Double
    var delta: Double
    var stop: Int?
    var best: Int

    init(_ patience: Int, _ baseline: Double, _ delta: Double, _ stop: Int?, _ best: Int) {
      (self.patience, self.baseline, self.delta) = (patience, baseline, delta)
      (self.stop, self.best) = (stop, best)
    }

    var testDescription: String { "patience \(patience), baseline \(baseline), delta \(delta)" }
  }

  @Test(
    "begins the waiting anew only where the baseline is beaten too",
    arguments: [
      Baseline(0, 0.95, 0, 4, 3), Baseline(1, 0.1, 0, 4, 3), Baseline(2, 0.95, 0, 5, 3),
      Baseline(2, 0.8, 0.05, 5, 3), Baseline(2, 0.6, 0, 4, 3), Baseline(3, 0.95, 0, nil, 9),
      Baseline(3, 0.8, 0, nil, 9), Baseline(3, 0.85, 0.05, 6, 3), Baseline(3, 0.6, 0, 4, 3),
      Baseline(3, 0.1, 0.05, 4, 3),
    ])
  func baseline(_ expected: Baseline) {
    let losses = [0.9, 0.8, 0.7, 0.6, 0.65, 0.64, 0.55, 0.5, 0.45, 0.44]
    let (stopped, best) = follow(
      losses,
      EarlyStopping(
        patience: expected.patience, minDelta: expected.delta, baseline: expected.baseline))
    #expect(stopped == expected.stop)
    #expect(best == expected.best)
  }

  @Test("wants an accuracy to beat its baseline upwards")
  func baselineOfAccuracy() {
    let (stopped, best) = follow(
      [0.5, 0.6, 0.55, 0.7, 0.65, 0.66, 0.64],
      EarlyStopping(monitor: .validationAccuracy, patience: 2, baseline: 0.68))
    #expect(stopped == 2)
    #expect(best == 1)
  }

  @Test("wants an accuracy to grow")
  func accuracy() {
    let (stopped, best) = follow(
      [0.5, 0.7, 0.7, 0.6, 0.9], EarlyStopping(monitor: .validationAccuracy, patience: 2))
    #expect(stopped == 3)
    #expect(best == 1)
  }

  /// A network that overfits random classes, so that its validation loss turns.
  private func run(_ rule: EarlyStopping?, epochs: Int, validation: Range<Int> = 20..<40) throws
    -> TrainingResult
  {
    let examples = try Samples.examples([4], count: 40, .classes(2))
    let network = try Samples.network(
      [4], Dense(units: 16, activation: .tanh), Dense(units: 1, activation: .sigmoid))
    let settings = TrainingSettings(
      epochs: epochs, batchSize: 5, optimizer: .adam(Adam(learningRate: 0.02)),
      earlyStopping: rule)
    return try Trainer(
      network: network, examples: examples, trainingRows: Samples.rows(0..<20),
      validationRows: Samples.rows(validation), settings: settings
    ).run()
  }

  @Test("gives back the network of its best epoch")
  func restores() throws {
    let result = try run(EarlyStopping(patience: 5), epochs: 200)
    let best = try #require(result.restoredEpoch)
    #expect(result.outcome == .stoppedEarly(epoch: best + 5))
    #expect(result.history.records.count == best + 5)
    let plain = try run(nil, epochs: best)
    #expect(result.network.parameterBits == plain.network.parameterBits)
    let losses = result.history.records.compactMap(\.validationLoss)
    #expect(losses.min() == losses[best - 1])
  }

  @Test("gives back the best epoch after a run that was not stopped too")
  func restoresAtTheEnd() throws {
    let result = try run(EarlyStopping(patience: 1_000), epochs: 100)
    #expect(result.outcome == .finished)
    let best = try #require(result.restoredEpoch)
    #expect(best < 100)
    let plain = try run(nil, epochs: best)
    #expect(result.network.parameterBits == plain.network.parameterBits)
  }

  @Test("keeps the last epoch where it shall not restore")
  func keepsLast() throws {
    let result = try run(EarlyStopping(patience: 5, restoresBest: false), epochs: 200)
    #expect(result.restoredEpoch == nil)
    let plain = try run(nil, epochs: result.history.records.count)
    #expect(result.network.parameterBits == plain.network.parameterBits)
  }

  @Test("is refused before the first epoch where there is nothing to watch")
  func nothingToWatch() throws {
    #expect(throws: NetworkError.cannotMonitor(.validationLoss)) {
      try run(EarlyStopping(), epochs: 1, validation: 0..<0)
    }
    let trainer = Trainer(
      network: try Samples.network([1], Dense(units: 1)),
      examples: try Samples.examples([1], count: 4, .values(width: 1)), trainingRows: [0, 1],
      validationRows: [2],
      settings: TrainingSettings(earlyStopping: EarlyStopping(monitor: .validationAccuracy)))
    #expect(throws: NetworkError.cannotMonitor(.validationAccuracy)) { try trainer.run() }
  }
}
