import Networks
import Testing

/// What may end a training or change its rate between two epochs, named in the report.
struct CallbackCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  var earlyStopping: EarlyStopping?
  var targets: [StoppingTarget] = []
  var rateControl: RateControl?
  /// The epoch after which whoever is asked ends the run.
  var endsAfter: Int?

  /// Every monitor under each callback that has one, and every kind of the rest.
  static let all: [CallbackCase] =
    [CallbackCase(testDescription: "none")] + Monitor.allCases.flatMap { of($0) }
    + RateCurve.Kind.allCases.map { kind in
      CallbackCase(
        testDescription: kind.rawValue,
        rateControl: .schedule(Schedule(curve(kind), unit: kind == .cosine ? .step : .epoch)))
    } + [
      CallbackCase(
        testDescription: "early, its last epoch kept",
        earlyStopping: EarlyStopping(patience: 2, restoresBest: false)),
      CallbackCase(
        testDescription: "early with a baseline, after a start",
        earlyStopping: EarlyStopping(patience: 3, baseline: 0.1, startAfter: 2)),
      CallbackCase(
        testDescription: "early and a target",
        earlyStopping: EarlyStopping(monitor: .loss, patience: 4),
        targets: [StoppingTarget([.init(.loss, 0.6), .init(.validationLoss, 2)])],
        rateControl: .plateau(Plateau(factor: 0.5, patience: 1, cooldown: 1))),
      CallbackCase(testDescription: "a rule", earlyStopping: EarlyStopping(), endsAfter: 3),
    ]

  private static func of(_ monitor: Monitor) -> [CallbackCase] {
    [
      CallbackCase(
        testDescription: "early by \(monitor.rawValue)",
        earlyStopping: EarlyStopping(monitor: monitor, patience: 2)),
      CallbackCase(
        testDescription: "a target of \(monitor.rawValue)",
        targets: [StoppingTarget([.init(monitor, monitor.isBetterWhenLess ? 0.66 : 0.7)])]),
      CallbackCase(
        testDescription: "a plateau of \(monitor.rawValue)",
        rateControl: .plateau(Plateau(factor: 0.5, patience: 1, monitor: monitor))),
    ]
  }

  private static func curve(_ kind: RateCurve.Kind) -> RateCurve {
    switch kind {
    case .timeDecay: .timeDecay(TimeDecay(decay: 0.1))
    case .exponential: .exponential(ExponentialDecay(decay: 0.5, every: 2, isStaircase: false))
    case .step: .step(StepDecay(factor: 0.5, every: 2))
    case .piecewise: .piecewise(PiecewiseRate(boundaries: [3], values: [0.1, 0.02]))
    case .polynomial: .polynomial(PolynomialDecay(end: 0.001, power: 2, over: 6))
    case .cosine: .cosine(CosineDecay(over: 20, alpha: 0))
    case .cosineRestarts:
      .cosineRestarts(CosineRestarts(first: 2, timeFactor: 2, heightFactor: 1, alpha: 0))
    case .warmup: .warmup(Warmup(over: 4), then: nil)
    }
  }

  func settings(_ optimizer: OptimizerCase, epochs: Int) -> TrainingSettings {
    var settings = optimizer.settings(epochs: epochs, batch: 5, seed: 3)
    settings.earlyStopping = earlyStopping
    settings.targets = targets
    settings.rateControl = rateControl
    return settings
  }
}
