import TensorEngine
import Testing

@testable import Networks

@Suite("Reducing the rate on a plateau")
struct PlateauTests {
  /// The rate used after each value.
  private func rates(_ rule: Plateau, _ values: [Double]) -> [Double] {
    var state = PlateauState(rule, rate: 0.1)
    return values.map { value in
      state.take(value)
      return state.rate
    }
  }

  private let values = [1, 0.9, 0.95, 0.94, 0.93, 0.92, 0.91, 0.905]

  @Test("follows Keras's golden values, with and without cooldown")
  func golden() {
    // Keras 3.15.1, the rate after each epoch.
    #expect(
      rates(Plateau(factor: 0.5, patience: 2), values)
        == [0.1, 0.1, 0.1, 0.05, 0.05, 0.025, 0.025, 0.0125])
    #expect(
      rates(Plateau(factor: 0.5, patience: 2, cooldown: 2), values + [0.95])
        == [0.1, 0.1, 0.1, 0.05, 0.05, 0.05, 0.025, 0.025, 0.025])
  }

  @Test("asks for more than delta, stops at the least rate, and can watch what grows")
  func settings() {
    let still = [1.0, 0.99995, 0.9999, 0.99985]
    #expect(rates(Plateau(factor: 0.5, patience: 1), still).last == 0.1 * 0.5 * 0.5)
    #expect(rates(Plateau(factor: 0.5, patience: 1, minDelta: 0), still).last == 0.1)
    #expect(
      rates(Plateau(factor: 0.1, patience: 1, least: 0.03), [1, 1, 1, 1]) == [
        0.1, 0.03, 0.03, 0.03,
      ])
    let growing = [0.5, 0.6, 0.7]
    #expect(
      rates(Plateau(factor: 0.5, patience: 1, monitor: .accuracy), growing).last == 0.1)
    #expect(rates(Plateau(factor: 0.5, patience: 0), [1, 1]).last == 0.05)
  }

  @Test("refuses settings out of their range, and what is not measured")
  func refusals() throws {
    for rule in [
      Plateau(factor: 0), Plateau(factor: 1), Plateau(patience: -1), Plateau(minDelta: -1),
      Plateau(cooldown: -1), Plateau(least: -1), Plateau(factor: .nan),
    ] { #expect(throws: EngineError.self) { try rule.validate() } }
    let trainer = Trainer(
      network: try Samples.network([2], Dense(units: 1, activation: .sigmoid)),
      examples: try Samples.examples([2], count: 4, .classes(2)),
      trainingRows: Samples.rows(0..<4),
      settings: TrainingSettings(rateControl: .plateau(Plateau())))
    #expect(throws: NetworkError.cannotWaitFor(.validationLoss)) { try trainer.run() }
  }
}
