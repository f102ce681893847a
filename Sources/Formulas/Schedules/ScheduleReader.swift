package import Language
package import Networks

/// Reads schedules: `exponential(rate=0.1, decay=0.5, every=10)`, `warmup(5, cosine(over=60))`.
package enum ScheduleReader {
  /// Every schedule, in the order in which help lists them; plateau is the last.
  package static let forms: [ScheduleForm] =
    RateCurve.Kind.allCases.map(form) + [
      ScheduleForm(Plateau.name, Plateau.meaning, Plateau.settings)
    ]

  private static func form(_ kind: RateCurve.Kind) -> ScheduleForm {
    func form<Formula: RateFormula>(_ formula: Formula) -> ScheduleForm {
      ScheduleForm(kind.rawValue, Formula.meaning, Formula.settings, kind: kind)
    }
    let form = form(kind.curve.formula)
    guard kind == .warmup else { return form }
    let cosine = ScheduleForm(
      RateCurve.Kind.cosine.rawValue, CosineDecay.meaning,
      CosineDecay.settings.filter(\.isRequired))
    return form.followed(by: following, cosine.usage)
  }

  /// What stands behind a warm-up, its second value.
  static let following = "then"

  /// The options of the schedule of a name; none for another name.
  package static func options(of name: String) -> [String] {
    guard let form = forms.first(where: { $0.name == name }) else { return [] }
    return form.options + (form.kind == nil ? [] : Schedule.settings.map(\.name))
  }

  /// A value as what sets the rate; nil for `constant`.
  package static func control(
    _ value: Expression, _ evaluator: Evaluator
  ) throws(Diagnostic) -> RateControl? {
    if case .word("constant") = value.kind { return nil }
    let call = try ScheduleCall(value, evaluator)
    let control: RateControl =
      call.form.kind == nil
      ? .plateau(try call.plateau()) : .schedule(try call.schedule(within: nil))
    return control
  }

  /// A value as a schedule, for pictures and formulas: a curve over time.
  package static func schedule(
    _ value: Expression, _ evaluator: Evaluator
  ) throws(Diagnostic) -> Schedule {
    let call = try ScheduleCall(value, evaluator)
    guard call.form.kind != nil else {
      throw Diagnostic(
        "plateau follows what the training measures: it has no values before it", at: value.range,
        hints: ["plot rate shows the rates of a training"])
    }
    return try call.schedule(within: nil)
  }
}
