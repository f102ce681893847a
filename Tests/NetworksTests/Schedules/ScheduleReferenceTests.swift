import Networks
import ReferenceNumbers
import TensorEngine
import Testing

/// Schedules against Keras, PyTorch and closed forms, with a relative bound of 1e-12: powers and
/// cosines are our own, within 2 ulp, and a few more roundings follow.
@Suite("Schedules")
struct ScheduleReferenceTests {
  private struct File: Decodable {
    struct Entry: Decodable {
      var name: String
      var values: [Double]
    }

    var epochs: [Double]
    var schedules: [Entry]
  }

  /// The schedules of the reference by their names there; the rate is 0.1.
  private static let named: [(name: String, curve: RateCurve)] = [
    ("time_decay", .timeDecay(TimeDecay(decay: 0.05))),
    ("exponential_gamma", .exponential(ExponentialDecay(decay: 0.95))),
    ("exponential_e", .exponential(ExponentialDecay(decay: ElementaryMath.exp(-0.05)))),
    ("polynomial_2_to_0", .polynomial(PolynomialDecay(end: 0, power: 2, over: 50))),
    ("polynomial_2_to_0.001", .polynomial(PolynomialDecay(end: 0.001, power: 2, over: 50))),
    ("linear_to_0.01", .polynomial(PolynomialDecay(end: 0.01, over: 40))),
    (
      "piecewise_inclusive",
      .piecewise(PiecewiseRate(boundaries: [20, 40], values: [0.1, 0.02, 0.004]))
    ),
    ("step", .step(StepDecay(every: 15))),
    ("cosine_to_0", .cosine(CosineDecay(over: 50))),
    ("cosine_to_0.001", .cosine(CosineDecay(over: 50, alpha: 0.01))),
    ("cosine_restarts_10_x2", .cosineRestarts(CosineRestarts(first: 10))),
    ("cosine_restarts_10_x1", .cosineRestarts(CosineRestarts(first: 10, timeFactor: 1))),
    ("cosine_restarts_10_x2_m0.5", .cosineRestarts(CosineRestarts(first: 10, heightFactor: 0.5))),
    ("warmup_linear_from_0.1", .warmup(Warmup(over: 10, from: 0.1), then: nil)),
    ("warmup_then_cosine", .warmup(Warmup(over: 10), then: .cosine(CosineDecay(over: 50)))),
    (
      "warmup_linear_then_cosine_torch",
      .warmup(Warmup(over: 10, from: 0.1), then: .cosine(CosineDecay(over: 50)))
    ),
  ]

  @Test(
    "have the values of the reference folder",
    .enabled(if: ReferenceFolder.isThere, "the reference folder is not there"))
  func folder() throws {
    let file = try ReferenceFolder.decode(File.self, from: "schedules.json")
    for (name, curve) in Self.named {
      let entry = try #require(file.schedules.first { $0.name == name }, "\(name)")
      for (epoch, expected) in zip(file.epochs, entry.values) {
        let value = Schedule(curve).rate(after: epoch, from: 0.1)
        #expect(
          abs(value - expected) <= 1e-12 * max(expected, 1e-4), "\(name) \(epoch): \(value)")
      }
    }
  }

  /// From Keras 3.15.1.
  private static let golden: [(curve: RateCurve, values: [(time: Double, rate: Double)])] = [
    (
      .exponential(ExponentialDecay(decay: 0.5, every: 100)),
      [(0, 0.1), (50, 0.070711), (100, 0.05), (250, 0.017678)]
    ),
    (
      .exponential(ExponentialDecay(decay: 0.5, every: 100, isStaircase: true)),
      [(0, 0.1), (50, 0.1), (100, 0.05), (250, 0.025)]
    ),
    (
      .polynomial(PolynomialDecay(end: 0.01, power: 2, over: 100)),
      [(0, 0.1), (50, 0.0325), (100, 0.01), (150, 0.01)]
    ),
    (
      .piecewise(PiecewiseRate(boundaries: [100, 200], values: [0.1, 0.05, 0.01])),
      [(100, 0.1), (101, 0.05), (200, 0.05), (201, 0.01)]
    ),
    (
      .timeDecay(TimeDecay(decay: 0.0016)), [(60, 0.091241), (469, 0.05713), (28140, 0.002173)]
    ),
    (
      .cosineRestarts(CosineRestarts(first: 10)),
      [(9, 0.002447), (10, 0.1), (15, 0.085355), (29, 0.000616), (30, 0.1)]
    ),
  ]

  @Test("have Keras's golden values")
  func goldenValues() {
    for (curve, values) in Self.golden {
      for (time, expected) in values {
        let value = Schedule(curve, initialRate: 0.1).rate(after: time, from: 7)
        #expect(abs(value - expected) < 5.1e-7 * max(1, expected), "\(curve.kind) \(time)")
      }
    }
  }
}
