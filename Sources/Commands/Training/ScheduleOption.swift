package import Formulas
package import Language
package import Networks

/// The option `schedule=` of a training.
extension ScheduleReader {
  /// The schedule; nothing for `constant`.
  package static let option = CommandOption<RateControl?>(
    TrainingSetting.schedule, .call(["constant"] + forms.map(\.name))
  ) { (value, arguments) throws(Diagnostic) in
    try control(value, arguments.evaluator)
  }

  /// What sets the rate: the schedule that is given, or the standard one.
  package static func control(
    _ arguments: Arguments, _ standard: RateControl?
  ) throws(Diagnostic) -> RateControl? {
    var control = standard
    if let given = arguments.given(option) {
      if given.values.count > 1 {
        throw Diagnostic(
          "two schedules would overwrite each other's rates", at: given.values[1].range,
          hints: ["one behind the other: warmup(5, cosine(over=60)), or piecewise(…)"])
      }
      control = try arguments.value(given.values[0], as: option)
    }
    if control?.hasOwnRate == true, let rate = arguments.given(TrainingSetting.rate) {
      throw Diagnostic(
        "the schedule says by itself what the rate is", at: rate.range,
        hints: ["the rate stands at one place: rate=0.1, or in the schedule"])
    }
    return control
  }
}
