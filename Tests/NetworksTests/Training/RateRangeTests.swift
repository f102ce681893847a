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

  @Test("gives the losses of a training with an exponential schedule, bit for bit")
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

  @Test("finds the lowest and the steepest place, and how far the loss falls")
  func reading() {
    let losses = [1.0, 1, 0.98, 0.9, 0.6, 0.45, 0.4, 0.42, 0.7, 1.5]
    let result = RateRangeResult(
      steps: losses.map { .init(rate: $0, loss: $0, smoothed: $0) }, end: .finished)
    #expect(result.lowest == 6)
    #expect(result.steepest == 4)
    expectClose(result.fall, 0.6, within: 1e-12)
    let none = RateRangeResult(
      steps: [.init(rate: 1, loss: .nan, smoothed: .nan)], end: .diverged)
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
