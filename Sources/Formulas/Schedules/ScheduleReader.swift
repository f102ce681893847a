package import Language
package import Networks
package import TensorEngine

/// Reads schedules: `exponential(rate=0.1, decay=0.5, every=10)`, `warmup(5, cosine(over=60))`.
package enum ScheduleReader {
  /// How a schedule is typed, and what it does.
  package struct Form: Sendable {
    /// The word before the parentheses.
    package let name: String
    /// How it is typed, with the usual values.
    package let usage: String
    /// The rate as a formula of the time t, or in words.
    package let meaning: String
    /// The options besides `rate` and `per`.
    let options: [String]
    /// Those of them that can't be left out.
    var required: [String] = []
  }

  /// Every schedule, in the order in which help lists them; plateau is the last.
  package static let forms: [Form] =
    RateCurve.Kind.allCases.map(form) + [
      Form(
        name: "plateau",
        usage: "plateau(factor=0.1, patience=10, delta=1e-4, cooldown=0, least=0)",
        meaning: "times factor when monitor=validation_loss has not improved for patience epochs",
        options: ["factor", "patience", "delta", "cooldown", "least", "monitor"])
    ]

  private static func form(_ kind: RateCurve.Kind) -> Form {
    let (usage, meaning, options) = words(for: kind)
    return Form(
      name: kind.rawValue, usage: usage, meaning: meaning, options: options,
      required: required(by: kind))
  }

  private static func words(
    for kind: RateCurve.Kind
  ) -> (usage: String, meaning: String, options: [String]) {
    switch kind {
    case .timeDecay: ("time_decay(decay=0.0016)", "rate / (1 + decay * t)", ["decay"])
    case .exponential:
      (
        "exponential(decay=0.5, every=1, staircase=no)", "rate * decay^(t / every)",
        ["decay", "every", "staircase"]
      )
    case .step:
      ("step(factor=0.5, every=20)", "rate * factor^floor(t / every)", ["factor", "every"])
    case .piecewise:
      (
        "piecewise(boundaries=[20, 40], values=[0.1, 0.02, 0.004])",
        "one rate behind the other; t at a boundary has the old one", ["boundaries", "values"]
      )
    case .polynomial:
      (
        "polynomial(over=60, end=0.0001, power=1)",
        "(rate - end) * (1 - t / over)^power + end, then end", ["over", "end", "power"]
      )
    case .cosine:
      ("cosine(over=60, alpha=0)", "half a wave from rate to alpha * rate", ["over", "alpha"])
    case .cosineRestarts:
      (
        "cosine_restarts(first=10, t_mul=2, m_mul=1, alpha=0)",
        "half waves of first, first * t_mul … epochs, each from the top",
        ["first", "t_mul", "m_mul", "alpha"]
      )
    case .warmup:
      (
        "warmup(5, cosine(over=60), from=0)",
        "a straight rise in 5 epochs, and then another schedule, or the rate",
        ["over", "then", "from"]
      )
    }
  }

  /// The options that can't be left out.
  private static func required(by kind: RateCurve.Kind) -> [String] {
    switch kind {
    case .timeDecay, .exponential: ["decay"]
    case .step: ["every"]
    case .piecewise: ["boundaries", "values"]
    case .polynomial, .cosine, .warmup: ["over"]
    case .cosineRestarts: ["first"]
    }
  }

  /// A value as what sets the rate; nil for `constant`.
  package static func control(
    _ value: Expression, _ evaluator: Evaluator
  ) throws(Diagnostic) -> RateControl? {
    if case .word("constant") = value.kind { return nil }
    let call = try ScheduleCall(value, evaluator)
    let control: RateControl =
      call.form.name == "plateau"
      ? .plateau(try call.plateau()) : .schedule(try call.schedule(within: nil))
    return control
  }

  /// A value as a schedule, for pictures and formulas: a curve over time.
  package static func schedule(
    _ value: Expression, _ evaluator: Evaluator
  ) throws(Diagnostic) -> Schedule {
    let call = try ScheduleCall(value, evaluator)
    guard call.form.name != "plateau" else {
      throw Diagnostic(
        "plateau follows what the training measures: it has no values before it", at: value.range,
        hints: ["plot rate shows the rates of a training"])
    }
    return try call.schedule(within: nil)
  }
}
