package import Language
package import Networks
import TensorEngine

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
    var options: [String]
    /// Those of them that can't be left out.
    var required: [String] = []
  }

  /// Every schedule, in the order in which help lists them; plateau is the last.
  package static let forms: [Form] =
    RateCurve.Kind.allCases.map(form) + [
      form(
        "plateau", "plateau(factor=0.1, patience=10, delta=1e-4, cooldown=0, least=0)",
        "times factor when monitor=validation_loss has not improved for patience epochs",
        Plateau.settings)
    ]

  /// What stands behind a warm-up, its second value.
  static let following = "then"

  private static func form(_ kind: RateCurve.Kind) -> Form {
    let name = kind.rawValue
    switch kind {
    case .timeDecay:
      return form(
        name, "time_decay(decay=0.0016)", "rate / (1 + decay * t)", TimeDecay.settings)
    case .exponential:
      return form(
        name, "exponential(decay=0.5, every=1, staircase=no)", "rate * decay^(t / every)",
        ExponentialDecay.settings)
    case .step:
      return form(
        name, "step(factor=0.5, every=20)", "rate * factor^floor(t / every)", StepDecay.settings)
    case .piecewise:
      return form(
        name, "piecewise(boundaries=[20, 40], values=[0.1, 0.02, 0.004])",
        "one rate behind the other; t at a boundary has the old one", PiecewiseRate.settings)
    case .polynomial:
      return form(
        name, "polynomial(over=60, end=0.0001, power=1)",
        "(rate - end) * (1 - t / over)^power + end, then end", PolynomialDecay.settings)
    case .cosine:
      return form(
        name, "cosine(over=60, alpha=0)", "half a wave from rate to alpha * rate",
        CosineDecay.settings)
    case .cosineRestarts:
      return form(
        name, "cosine_restarts(first=10, t_mul=2, m_mul=1, alpha=0)",
        "half waves of first, first * t_mul … epochs, each from the top", CosineRestarts.settings)
    case .warmup:
      var form = form(
        name, "warmup(5, cosine(over=60), from=0)",
        "a straight rise in 5 epochs, and then another schedule, or the rate", Warmup.settings)
      form.options.insert(following, at: 1)
      return form
    }
  }

  private static func form<Root>(
    _ name: String, _ usage: String, _ meaning: String, _ settings: [Setting<Root>]
  ) -> Form {
    Form(
      name: name, usage: usage, meaning: meaning, options: settings.map(\.name),
      required: settings.filter(\.isRequired).map(\.name))
  }

  /// The options of the schedule of a name; none for another name.
  package static func options(of name: String) -> [String] {
    guard let form = forms.first(where: { $0.name == name }) else { return [] }
    return form.options + (name == "plateau" ? [] : Schedule.settings.map(\.name))
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
