import TensorEngine
import Testing

@testable import Networks

@Suite("A learning rate range test")
struct RateRangeTests {
  private func trainer(_ settings: TrainingSettings = TrainingSettings()) throws -> Trainer {
    Trainer(
      network: try Samples.network(
        [2], Dense(units: 4, activation: .tanh), Dense(units: 1, activation: .sigmoid)),
      examples: try Samples.examples([2], count: 40, .classes(2)),
      trainingRows: (0..<40).map { Int32($0) }, settings: settings)
  }

  @Test("multiplies the rate by one factor with each step, from the lowest to the highest")
  func rates() {
    let range = RateRange(lowest: 0.001, highest: 10, steps: 5)
    let rates = (0..<5).map { range.rate(ofStep: $0) }
    for (rate, expected) in zip(rates, [0.001, 0.01, 0.1, 1, 10]) {
      expectClose(rate, expected, within: 1e-12 * expected)
    }
  }

  @Test(
    "gives the losses of a training with an exponential schedule, within the rounding of its rates")
  func schedule() throws {
    var settings = TrainingSettings(
      epochs: 6, batchSize: nil, optimizer: .adam(Adam(learningRate: 0.001)), l2: 0.01)
    let range = RateRange(lowest: 0.001, highest: 1, steps: 6)
    let tested = try trainer(settings).rateRange(range)
    settings.rateControl = .schedule(
      Schedule(
        .exponential(ExponentialDecay(decay: ElementaryMath.power(1000, 0.2), every: 1))))
    let trained = try trainer(settings).run()
    #expect(tested.steps.count == 6)
    for (step, record) in zip(tested.steps, trained.history.records) {
      expectClose(step.loss, record.loss, within: 1e-6)
      expectClose(step.rate, record.learningRate, within: 1e-12)
    }
    #expect(tested.steps[0].loss == trained.history.records[0].loss)
  }

  @Test("smooths by a mean of which older losses count less, without the 0 it begins with")
  func smoothing() throws {
    let steps = try trainer().rateRange(RateRange(steps: 10)).steps
    expectClose(steps[0].smoothed, steps[0].loss, within: 1e-12)
    let expected =
      (0.1 * steps[2].loss + 0.09 * steps[1].loss + 0.081 * steps[0].loss) / (0.1 + 0.09 + 0.081)
    expectClose(steps[2].smoothed, expected, within: 1e-12)
  }

  @Test("ends where the loss is 4 times its lowest, or no finite number")
  func ends() throws {
    let settings = TrainingSettings(batchSize: 8, l2: 0.1)
    let result = try trainer(settings).rateRange(RateRange(highest: 1e12))
    #expect(result.end == .rose || result.end == .diverged)
    #expect(result.steps.count < 200)
    let last = try #require(result.steps.last)
    let lowest = try #require(result.lowest)
    #expect(last.smoothed > 4 * result.steps[lowest].smoothed || !last.loss.isFinite)
    #expect(result.steps.dropLast().allSatisfy { $0.loss.isFinite })
    #expect(try trainer(settings).rateRange(RateRange(highest: 1e-4)).end == .finished)
  }

  @Test("is the same with any number of threads, and can be interrupted")
  func threads() throws {
    var two = try trainer()
    two.pool = ThreadPool(threads: 2, threshold: 1)
    let range = RateRange(steps: 30)
    #expect(try two.rateRange(range) == trainer().rateRange(range))
    var asked = 0
    let result = try trainer().rateRange(range) {
      asked += 1
      return asked > 4
    }
    #expect(result.end == .interrupted && result.steps.count == 4)
  }

  @Test("takes the batches of the coming epochs, of a trained network too")
  func batches() throws {
    let settings = TrainingSettings(
      epochs: 2, batchSize: 8, optimizer: .adam(Adam(learningRate: 0.01)))
    var trainer = try trainer(settings)
    trainer.network = try trainer.run().network
    #expect(trainer.network.training.epochs == 2)
    let tested = try trainer.rateRange(
      RateRange(lowest: 0.01, highest: 0.01 * (1 + 1e-12), steps: 10))
    let trained = try trainer.run().history.records
    #expect(tested.end == .finished && trained.map(\.epoch) == [3, 4])
    for (epoch, record) in trained.enumerated() {
      let losses = tested.steps[epoch * 5..<(epoch + 1) * 5].map(\.loss)
      expectClose(losses.reduce(0, +) / 5, record.loss, within: 1e-9)
    }
  }

  @Test("judges neither a rise nor a lowest loss in the first tenth of the steps that are planned")
  func beginning() throws {
    #expect(
      [2, 9, 10, 49, 50, 200, 10_000].map { RateRange(steps: $0).beginning }
        == [1, 4, 5, 5, 5, 20, 1000])
    // Batches of one example each, of losses that lie far apart.
    let trainer = try unequal()
    let result = try trainer.rateRange(RateRange(lowest: 1e-9, highest: 1e-8, steps: 60))
    let losses = result.steps.map(\.loss)
    let least = try #require(losses.min())
    #expect(try #require(losses.max()) > 100 * least)
    #expect(result.end == .finished && result.steps.count == 60)
    #expect(!result.falls)
  }

  /// One weight of 1, and as targets what it gives but for an error: 0 for every example but two.
  private func unequal() throws -> Trainer {
    var network = try Samples.network([1], Dense(units: 1))
    try network.setParameter("kernel", ofLayer: 0, to: Tensor(shape: [1, 1], elements: [1]))
    let inputs = (0..<6).map { Float($0) }
    let targets = zip(inputs, [0.01, 1, 0.01, 0.01, 1, 0.01] as [Float]).map { $0 + $1 }
    return Trainer(
      network: network,
      examples: try Examples(
        inputShape: [1], inputs: .floats(inputs), targets: .values(targets, width: 1)),
      trainingRows: (0..<6).map { Int32($0) }, settings: TrainingSettings(batchSize: 1))
  }

  @Test("calls it a fall only where the loss falls by more than the batches differ")
  func noise() {
    func result(_ losses: [Double]) -> RateRangeResult {
      RateRangeResult(
        steps: losses.map { .init(rate: $0, loss: $0, smoothed: $0) }, end: .finished, beginning: 4)
    }
    let even = result([1, 1, 1, 1, 0.9, 0.8])
    #expect(even.noise == 0 && even.falls)
    // The deviation of 0.4, 1.6, 0.4, 1.6 is 0.6928, that of their running mean 0.1589.
    let uneven = result([0.4, 1.6, 0.4, 1.6, 0.9, 0.8])
    expectClose(uneven.noise, 0.158944, within: 1e-6)
    expectClose(uneven.fall, 0.2, within: 1e-12)
    #expect(!uneven.falls)
    #expect(result([0.4, 1.6, 0.4, 1.6, 0.5, 0.3]).falls)
    #expect(!result([1, 1, 1, 1, 0.97, 0.96]).falls)
    #expect(!result([1, 1, 1, 1, 1.1, 1.2]).falls)
    #expect(result([1, 1, .nan]).lowest == nil)
    func atOnce(_ losses: [Double]) -> Bool {
      var result = result(losses)
      result.beginning = 5
      return result.fallsAtOnce
    }
    #expect(atOnce([9, 7, 5, 4, 3, 3]))
    #expect(!atOnce([9, 7, 5, 4]) && !atOnce([9, 5, 7, 4, 3]) && !atOnce([9, 8, 7, 6, 5]))
  }

  @Test("finds the lowest and the steepest place, and how far the loss falls")
  func reading() {
    let losses = [1.0, 1, 0.98, 0.9, 0.6, 0.45, 0.4, 0.42, 0.7, 1.5]
    let result = RateRangeResult(
      steps: losses.map { .init(rate: $0, loss: $0, smoothed: $0) }, end: .finished,
      beginning: 1)
    #expect(result.lowest == 6)
    #expect(result.steepest == 4)
    expectClose(result.fall, 0.6, within: 1e-12)
    let none = RateRangeResult(
      steps: [.init(rate: 1, loss: .nan, smoothed: .nan)], end: .diverged, beginning: 1)
    #expect(none.lowest == nil && none.steepest == nil && none.fall == 0)
  }

  @Test(
    "refuses a range that is none",
    arguments: [
      RateRange(lowest: 0), RateRange(lowest: .nan), RateRange(lowest: 1, highest: 1),
      RateRange(highest: .infinity), RateRange(steps: 1),
    ])
  func refusal(_ range: RateRange) throws {
    #expect(throws: NetworkError.self) { try trainer().rateRange(range) }
  }
}
