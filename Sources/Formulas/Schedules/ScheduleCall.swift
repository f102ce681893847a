import Language
import Networks
import TensorEngine
import Workbench

/// A schedule as it was typed: its form, and a value for each option.
struct ScheduleCall {
  let form: ScheduleForm
  private let range: SourceRange
  private let values: [(name: String, value: Expression)]
  private let evaluator: Evaluator

  /// - Throws: a `Diagnostic` for an unknown schedule or option, or one that is missing.
  init(_ value: Expression, _ evaluator: Evaluator) throws(Diagnostic) {
    let (name, arguments) = try Self.parts(of: value, evaluator)
    let forms = ScheduleReader.forms
    guard let form = forms.first(where: { $0.name == name.text }) else {
      if name.text == "constant" {
        throw Diagnostic(
          "constant stands alone: the rate is that of the optimizer", at: name.range,
          hints: ["schedule=constant rate=0.1"])
      }
      throw Wording.unknownWord(
        name.text, what: "schedule", among: ["constant"] + forms.map(\.name), at: name.range)
    }
    self.form = form
    self.evaluator = evaluator
    range = value.range
    var values: [(name: String, value: Expression)] = []
    for argument in arguments {
      let named = try Self.named(argument, of: form, after: values.count)
      guard !values.contains(where: { $0.name == named.name }) else {
        throw Diagnostic("\(named.name) is given twice", at: argument.range)
      }
      values.append(named)
    }
    self.values = values
    for missing in form.required where !values.contains(where: { $0.name == missing }) {
      throw Diagnostic(
        "\(form.name) needs \(missing)=", at: value.range, hints: ["it is typed: \(form.usage)"])
    }
  }

  private static func parts(
    of value: Expression, _ evaluator: Evaluator
  ) throws(Diagnostic) -> (Name, [Argument]) {
    switch value.kind {
    case .call(let name, let arguments): return (name, arguments)
    case .word:
      return (Name(evaluator.text(of: value) ?? "", range: value.range), [])
    default:
      throw Diagnostic(
        "a schedule is expected: \(ScheduleReader.forms[1].usage)", at: value.range,
        hints: ["help schedules lists them"])
    }
  }

  /// An argument with its option's name. Only warmup has values that are known by their place.
  private static func named(
    _ argument: Argument, of form: ScheduleForm, after count: Int
  ) throws(Diagnostic) -> (name: String, value: Expression) {
    switch argument {
    case .option(let option):
      let names = ScheduleReader.options(of: form.name)
      guard let value = option.values.first, names.contains(option.name.text) else {
        throw unknown(option.name, of: form, names)
      }
      return (option.name.text, value)
    case .value(let value):
      guard count < form.placed else {
        throw Diagnostic(
          "\(form.name) takes options", at: value.range, hints: ["it is typed: \(form.usage)"])
      }
      return (form.options[count], value)
    }
  }

  private static func unknown(
    _ name: Name, of form: ScheduleForm, _ names: [String]
  ) -> Diagnostic {
    if form.kind == nil, name.text == "rate" {
      return Diagnostic(
        "plateau makes the optimizer's rate smaller", at: name.range,
        hints: ["the rate stands outside: rate=0.1 schedule=plateau(…)"])
    }
    return Wording.unknownWord(
      name.text, what: "option of \(form.name)", among: names, at: name.range)
  }

  /// The schedule.
  ///
  /// - Parameter outer: What an outer schedule counts in; nil for one that stands by itself.
  func schedule(within outer: Schedule.Unit?) throws(Diagnostic) -> Schedule {
    let unit = try unit(within: outer)
    var schedule = Schedule(try curve(unit), unit: unit)
    for setting in Schedule.settings where setting.name != "per" {
      try read(setting, into: &schedule)
    }
    let result = schedule
    try check { () throws(EngineError) in try result.validate() }
    return result
  }

  private func unit(within outer: Schedule.Unit?) throws(Diagnostic) -> Schedule.Unit {
    guard let value = value("per") else { return outer ?? .epoch }
    guard let word = evaluator.text(of: value), let unit = Schedule.Unit(rawValue: word) else {
      throw Diagnostic("per must be epoch or step", at: value.range)
    }
    if let outer, outer != unit {
      throw Diagnostic(
        "both parts count in the same: per=\(outer.rawValue) out there", at: value.range)
    }
    return unit
  }

  private func curve(_ unit: Schedule.Unit) throws(Diagnostic) -> RateCurve {
    guard var curve = form.kind?.curve else {
      throw Diagnostic("\(form.name) is no curve over time", at: range)
    }
    try curve.change { (formula: inout any RateFormula) throws(Diagnostic) in
      try readSettings(into: &formula)
    }
    guard case .warmup(let warmup, _) = curve else { return curve }
    return .warmup(warmup, then: try following(unit))
  }

  /// Changes the usual settings to what was typed of them.
  private func readSettings<Root: Configured>(into root: inout Root) throws(Diagnostic) {
    for setting in Root.settings { try read(setting, into: &root) }
  }

  private func read<Root>(
    _ setting: Setting<Root>, into root: inout Root
  ) throws(Diagnostic) {
    guard let value = value(setting.name) else { return }
    try evaluator.read(value, as: setting, into: &root)
  }

  /// The schedule behind a warm-up.
  private func following(_ unit: Schedule.Unit) throws(Diagnostic) -> RateCurve? {
    guard let value = value(ScheduleReader.following) else { return nil }
    let call = try ScheduleCall(value, evaluator)
    guard call.form.kind != nil else {
      throw Diagnostic(
        "a warm-up and plateau would overwrite each other's rates", at: value.range,
        hints: ["behind a warm-up stands a curve: warmup(5, cosine(over=60))"])
    }
    let inner = try call.schedule(within: unit)
    guard inner.initialRate == nil else {
      throw Diagnostic(
        "the rate stands in the outer schedule", at: value.range,
        hints: ["warmup(5, cosine(over=60), rate=0.1)"])
    }
    return inner.curve
  }

  /// The rule that waits for a plateau.
  func plateau() throws(Diagnostic) -> Plateau {
    var rule = Plateau.usual
    try readSettings(into: &rule)
    let result = rule
    try check { () throws(EngineError) in try result.validate() }
    return result
  }

  private func value(_ name: String) -> Expression? { values.first { $0.name == name }?.value }

  /// Points a refusal at the option that it is about.
  private func check(_ body: () throws(EngineError) -> Void) throws(Diagnostic) {
    do throws(EngineError) { try body() } catch {
      var place = range
      switch error {
      case .outOfRange(let what, _, _), .misfit(let what, _):
        place = value(what)?.range ?? range
      default: break
      }
      throw Wording.diagnostic(for: error, in: nil, at: place)
    }
  }
}
