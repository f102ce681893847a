import Networks
import TensorEngine
import Testing

@Suite("Learning rates in a training")
struct RateControlTests {
  private func train(
    _ control: RateControl?, epochs: Int, from network: Network? = nil, rate: Double = 0.1,
    steps: Int? = nil
  ) throws -> TrainingResult {
    let start =
      try network
      ?? Samples.network(
        [2], seed: 4, Dense(units: 4, activation: .tanh), Dense(units: 1, activation: .sigmoid))
    return try Trainer(
      network: start, examples: try Samples.circles(points: 23),
      trainingRows: Samples.rows(0..<17), validationRows: Samples.rows(17..<23),
      settings: TrainingSettings(
        epochs: epochs, batchSize: 5, optimizer: .sgd(SGD(learningRate: rate, momentum: 0.5)),
        rateControl: control, maximumSteps: steps)
    ).run()
  }

  private func rates(_ result: TrainingResult) -> [Double] {
    result.history.records.map(\.learningRate)
  }

  @Test("change from epoch to epoch, and each epoch says its rate")
  func perEpoch() throws {
    let decay = Schedule(.step(StepDecay(factor: 0.5, every: 2)))
    #expect(try rates(train(.schedule(decay), epochs: 5)) == [0.1, 0.1, 0.05, 0.05, 0.025])
    #expect(try rates(train(nil, epochs: 2)) == [0.1, 0.1])
    let own = Schedule(.step(StepDecay(factor: 0.5, every: 1)), initialRate: 0.8)
    #expect(try rates(train(.schedule(own), epochs: 2)) == [0.8, 0.4])
  }

  @Test("change from step to step, and each epoch says the rate of its last one")
  func perStep() throws {
    // 17 examples in batches of 5 are 4 steps an epoch: the last has 3, 7, 11 behind it.
    let decay = Schedule(.timeDecay(TimeDecay(decay: 1)), unit: .step)
    let expected = [3.0, 7, 11].map { 0.1 / (1 + $0) }
    #expect(try rates(train(.schedule(decay), epochs: 3)) == expected)
  }

  @Test("move the weights as typed rates would")
  func weights() throws {
    let values = [0.1, 0.3, 0.05]
    var network: Network?
    for rate in values { network = try train(nil, epochs: 1, from: network, rate: rate).network }
    let schedule = Schedule(.piecewise(PiecewiseRate(boundaries: [0, 1], values: values)))
    let result = try train(.schedule(schedule), epochs: 3)
    #expect(result.network.parameterBits == network?.parameterBits)
  }

  private static let controls: [RateControl] =
    CurveCase.all.map(\.curve).filter { curve in
      // Rates beyond all reason diverge, and say so.
      (0...10).allSatisfy { Schedule(curve).rate(after: Double($0 * 4), from: 0.1) < 1 }
    }.flatMap { curve in
      Schedule.Unit.allCases.map { .schedule(Schedule(curve, unit: $0)) }
    } + [.plateau(Plateau(factor: 0.5, patience: 1, minDelta: 0.01, cooldown: 1))]

  @Test("go on with the network: twice 5 epochs are 10", arguments: controls)
  func continued(_ control: RateControl) throws {
    let whole = try train(control, epochs: 10)
    let half = try train(control, epochs: 5)
    let both = try train(control, epochs: 5, from: half.network)
    #expect(both.network == whole.network)
    #expect(rates(half) + rates(both) == rates(whole))
  }

  @Test("fall when the validation loss does not")
  func plateau() throws {
    let rule = Plateau(factor: 0.5, patience: 2, minDelta: 1e9)
    let result = try train(.plateau(rule), epochs: 6)
    #expect(rates(result) == [0.1, 0.1, 0.1, 0.05, 0.05, 0.025])
    #expect(result.network.training.plateau?.rate == 0.025)
    // Another rate begins anew.
    let other = try train(.plateau(rule), epochs: 1, from: result.network, rate: 0.3)
    #expect(rates(other) == [0.3])
  }

  @Test("are counted through a run that stops within an epoch")
  func maximumSteps() throws {
    let decay = Schedule(.timeDecay(TimeDecay(decay: 1)), unit: .step)
    let cut = try train(.schedule(decay), epochs: 3, steps: 6)
    #expect(cut.network.training.steps == 6)
    // The second epoch begins again, after 6 steps.
    let next = try train(.schedule(decay), epochs: 1, from: cut.network)
    #expect(rates(next) == [0.1 / (1 + 9)])
  }
}
