import Networks
import TensorEngine
import Testing

@Suite("A target")
struct StoppingTargetTests {
  private func trainer(_ targets: [StoppingTarget], epochs: Int = 40) throws -> Trainer {
    var settings = TrainingSettings(
      epochs: epochs, batchSize: 8, optimizer: .adam(Adam(learningRate: 0.05)), l2: 0.001, seed: 2)
    settings.targets = targets
    return Trainer(
      network: try Samples.network(
        [2], seed: 1, Dense(units: 8, activation: .tanh), Dense(units: 1, activation: .sigmoid)),
      examples: try Samples.circles(points: 60), trainingRows: Samples.rows(0..<40),
      validationRows: Samples.rows(40..<60), settings: settings)
  }

  @Test("is reached by the first epoch that comes to it", arguments: Monitor.allCases)
  func first(_ monitor: Monitor) throws {
    let records = try trainer([]).run().history.records
    let values = records.compactMap { monitor.value(of: $0) }
    #expect(values.count == 40)
    let sorted = values.sorted()
    let bound = sorted[monitor.isBetterWhenLess ? 20 : 30]
    let expected = try #require(
      values.firstIndex { monitor.isBetterWhenLess ? $0 <= bound : $0 >= bound })
    #expect(expected > 0)
    let result = try trainer([StoppingTarget([.init(monitor, bound)])]).run()
    #expect(result.outcome == .reachedTarget(epoch: expected + 1))
    #expect(result.history.records == Array(records[...expected]))
    let plain = try trainer([], epochs: expected + 1).run()
    #expect(result.network == plain.network)
  }

  @Test("of several bounds is reached where all hold; of several targets the first one counts")
  func several() throws {
    let records = try trainer([]).run().history.records
    let both = try #require(records.firstIndex { $0.loss <= 0.6 && ($0.accuracy ?? 0) >= 0.8 })
    let bounds = [StoppingTarget.Bound(.loss, 0.6), StoppingTarget.Bound(.accuracy, 0.8)]
    #expect(
      try trainer([StoppingTarget(bounds)]).run().outcome == .reachedTarget(epoch: both + 1))
    let either = try #require(records.firstIndex { $0.loss <= 0.6 || ($0.accuracy ?? 0) >= 0.8 })
    #expect(
      try trainer(bounds.map { StoppingTarget([$0]) }).run().outcome
        == .reachedTarget(epoch: either + 1))
    #expect(either < both)
  }

  @Test("keeps the weights of its epoch, whatever early stopping holds for the best")
  func beforeEarlyStopping() throws {
    var trainer = try trainer([StoppingTarget([.init(.validationLoss, 10)])])
    trainer.settings.earlyStopping = EarlyStopping(monitor: .validationLoss, patience: 5)
    let result = try trainer.run()
    #expect(result.outcome == .reachedTarget(epoch: 1))
    #expect(result.restoredEpoch == nil)
  }

  @Test("is refused where nothing measures it, and where no training can come to it")
  func refusals() throws {
    for monitor in Monitor.allCases where monitor.needsValidation {
      var trainer = try trainer([StoppingTarget([.init(monitor, 0.5)])])
      trainer.validationRows = []
      #expect(throws: NetworkError.cannotAimAt(monitor)) { try trainer.run() }
    }
    for bound in [
      StoppingTarget.Bound(.accuracy, 1.5), .init(.accuracy, -0.1), .init(.loss, -1),
      .init(.loss, .nan), .init(.validationAccuracy, .nan), .init(.loss, .infinity),
    ] {
      #expect(throws: NetworkError.self) { try trainer([StoppingTarget([bound])]).run() }
    }
    #expect(throws: NetworkError.self) { try trainer([StoppingTarget([])]).run() }
  }
}
