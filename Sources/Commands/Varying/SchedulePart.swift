import Formulas
import Language
import Networks
import TensorEngine
import Workbench

/// `schedule.decay=0.5`: a setting of the schedule that a training has, whatever that is.
struct SchedulePart {
  private let option: Option
  private let arguments: Arguments

  init(_ option: Option, _ arguments: Arguments) {
    self.option = option
    self.arguments = arguments
  }

  private var name: String { OptionKey(option.name).path.first ?? "" }

  /// Changes the setting.
  ///
  /// - Throws: A `Diagnostic` where there is no schedule, or none with such a setting, and for a
  ///   value that it can't have.
  func change(_ control: inout RateControl?) throws(Diagnostic) {
    guard let value = option.values.first, option.values.count == 1 else {
      throw Diagnostic("\(option.name.text) takes one value here", at: option.range)
    }
    switch control {
    case nil:
      throw Diagnostic(
        "the training has no schedule with a setting \(name)", at: option.name.range,
        hints: ["schedule=exponential(decay=0.5, every=10) \(option.name.text)=… gives it one"])
    case .plateau(var rule)?:
      guard try read(value, as: Plateau.settings, into: &rule) else {
        throw unknown(Plateau.settings.map(\.name))
      }
      control = .plateau(rule)
    case .schedule(var schedule)?:
      let settings = Schedule.settings.filter { $0.name != "per" }
      if try !read(value, as: settings, into: &schedule), try !change(&schedule.curve, value) {
        throw unknown(schedule.curve.formula.settingNames)
      }
      let changed = schedule
      do throws(EngineError) {
        try changed.validate()
      } catch { throw Wording.diagnostic(for: error, in: nil, at: value.range) }
      control = .schedule(changed)
    }
  }

  /// Changes the curve, or what stands behind a warm-up; false where neither has the setting.
  private func change(
    _ curve: inout RateCurve, _ value: Expression
  ) throws(Diagnostic) -> Bool {
    var isFound = false
    try curve.change { (formula: inout any RateFormula) throws(Diagnostic) in
      isFound = try read(value, ofFormula: &formula)
    }
    guard !isFound, case .warmup(let warmup, var then?) = curve else { return isFound }
    isFound = try change(&then, value)
    curve = .warmup(warmup, then: then)
    return isFound
  }

  private func read<Formula: RateFormula>(
    _ value: Expression, ofFormula formula: inout Formula
  ) throws(Diagnostic) -> Bool {
    try read(value, as: Formula.settings, into: &formula)
  }

  private func read<Root>(
    _ value: Expression, as settings: [Setting<Root>], into root: inout Root
  ) throws(Diagnostic) -> Bool {
    guard let setting = settings.first(where: { $0.name == name }) else { return false }
    try arguments.evaluator.read(value, as: setting, into: &root)
    return true
  }

  private func unknown(_ names: [String]) -> Diagnostic {
    Diagnostic(
      "the schedule of this training has no setting \(name)", at: option.name.range,
      hints: names.isEmpty ? [] : ["it has: \(names.joined(separator: ", "))"])
  }
}

extension RateFormula {
  /// What its settings are called.
  fileprivate var settingNames: [String] { Self.settings.map(\.name) }
}
