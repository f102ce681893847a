import Networks
import TensorEngine
import Testing

/// A curve, named in the report.
struct CurveCase: Sendable, CustomTestStringConvertible {
  let curve: RateCurve
  var testDescription: String { "\(curve)" }

  /// Usual settings of every kind.
  static func usual(_ kind: RateCurve.Kind) -> [RateCurve] {
    switch kind {
    case .timeDecay: [0, 0.0016, 1, 1e300].map { .timeDecay(TimeDecay(decay: $0)) }
    case .exponential:
      [0.5, 1, 1e-300, 1e300].flatMap { decay in
        [0.1, 1, 10, 1e300].map {
          .exponential(ExponentialDecay(decay: decay, every: $0, isStaircase: decay == 0.5))
        }
      }
    case .step:
      [0.5, 1e-300, 1e300].flatMap { factor in
        [1e-300, 1, 20].map { .step(StepDecay(factor: factor, every: $0)) }
      }
    case .piecewise:
      [
        .piecewise(PiecewiseRate(boundaries: [], values: [0.1])),
        .piecewise(PiecewiseRate(boundaries: [0, 10, 500], values: [0.1, 0, 1e300, 0.2])),
      ]
    case .polynomial:
      [0, 1e-4, 1, 1e300].flatMap { end in
        [1e-300, 0.5, 2, 1e300].map {
          .polynomial(PolynomialDecay(end: end, power: $0, over: 50))
        }
      }
    case .cosine:
      [0, 0.01, 1, 1e300].flatMap { alpha in
        [1e-300, 1, 60, 1e300].map { .cosine(CosineDecay(over: $0, alpha: alpha)) }
      }
    case .cosineRestarts:
      [1, 1.0000000000000002, 1.0001, 2, 1e300].flatMap { time in
        [1e-300, 0.5, 1, 1e300].flatMap { height in
          [1e-300, 1, 10].map {
            .cosineRestarts(
              CosineRestarts(first: $0, timeFactor: time, heightFactor: height, alpha: 0.1))
          }
        }
      }
    case .warmup:
      [1e-300, 5, 2000].flatMap { over in
        [
          .warmup(Warmup(over: over), then: nil),
          .warmup(Warmup(over: over, from: 1), then: .cosine(CosineDecay(over: 60))),
        ]
      }
    }
  }

  static let all = RateCurve.Kind.allCases.flatMap { usual($0) }.map { CurveCase(curve: $0) }
}

@Suite("Every schedule")
struct ScheduleLawsTests {
  @Test("is finite and 0 or more from epoch 0 to 1000 and far beyond", arguments: CurveCase.all)
  func finite(_ sample: CurveCase) throws {
    for initial in [1e-300, 0.1, 1e300] {
      let schedule = Schedule(sample.curve, initialRate: initial)
      try schedule.validate()
      for time in Array(0...1000).map(Double.init) + [-5, 1e9, 1e300, .infinity] {
        let rate = schedule.rate(after: time, from: 1)
        #expect(rate.isFinite && rate >= 0, "\(time): \(rate)")
      }
    }
  }

  @Test("begins with its rate", arguments: RateCurve.Kind.allCases)
  func beginnings(_ kind: RateCurve.Kind) throws {
    let curve = try #require(CurveCase.usual(kind).first)
    let first = Schedule(curve, initialRate: 0.1).rate(after: 0, from: 7)
    #expect(first == (kind == .warmup ? 0 : 0.1))
    if kind != .piecewise, kind != .warmup {
      #expect(Schedule(curve).rate(after: 0, from: 7) == 7)
    }
  }

  @Test("refuses settings out of their range")
  func refusals() {
    let wrong: [(RateCurve, String)] = [
      (.timeDecay(TimeDecay(decay: -1)), "decay"),
      (.exponential(ExponentialDecay(decay: 0)), "decay"),
      (.exponential(ExponentialDecay(decay: 0.5, every: 0)), "every"),
      (.step(StepDecay(factor: -1, every: 1)), "factor"),
      (.step(StepDecay(factor: 1, every: .nan)), "every"),
      (.polynomial(PolynomialDecay(end: -1, over: 1)), "end"),
      (.polynomial(PolynomialDecay(power: 0, over: 1)), "power"),
      (.polynomial(PolynomialDecay(over: .infinity)), "over"),
      (.cosine(CosineDecay(over: 0)), "over"),
      (.cosine(CosineDecay(over: 1, alpha: -0.1)), "alpha"),
      (.cosineRestarts(CosineRestarts(first: 0)), "first"),
      (.cosineRestarts(CosineRestarts(first: 1, timeFactor: 0.5)), "t_mul"),
      (.cosineRestarts(CosineRestarts(first: 1, heightFactor: 0)), "m_mul"),
      (.warmup(Warmup(over: 0), then: nil), "over"),
      (.warmup(Warmup(over: 1, from: 2), then: nil), "from"),
      (.warmup(Warmup(over: 1), then: .timeDecay(TimeDecay(decay: -1))), "decay"),
      (.piecewise(PiecewiseRate(boundaries: [], values: [-1])), "values"),
      (.piecewise(PiecewiseRate(boundaries: [-1], values: [1, 1])), "boundaries"),
    ]
    for (curve, name) in wrong {
      do throws(EngineError) {
        try Schedule(curve).validate()
        Issue.record("\(curve) was taken")
      } catch {
        guard case .outOfRange(name, _, _) = error else {
          Issue.record("\(error) is not about \(name)")
          continue
        }
      }
    }
    for curve in [
      PiecewiseRate(boundaries: [2, 1], values: [1, 2, 3]),
      PiecewiseRate(boundaries: [2], values: [1]),
    ] {
      #expect(throws: EngineError.self) { try Schedule(.piecewise(curve)).validate() }
    }
    #expect(throws: EngineError.self) {
      try Schedule(.cosine(CosineDecay(over: 1)), initialRate: 0).validate()
    }
  }
}
