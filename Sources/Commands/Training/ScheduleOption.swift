package import Formulas
package import Language
package import Networks

/// The option `schedule=` of a training.
extension ScheduleReader {
  package static let option = OptionDefinition(
    name: "schedule", kind: .call(["constant"] + forms.map(\.name)), standard: "constant",
    meaning: "how the rate changes: exponential(rate=0.1, decay=0.5, every=10), "
      + "warmup(5, cosine(over=60)) …; per=epoch or per=step; help schedules lists them")

  /// What sets the rate: the schedule that is given, or the standard one.
  package static func control(
    _ arguments: Arguments, _ standard: RateControl?
  ) throws(Diagnostic) -> RateControl? {
    var control = standard
    if let option = arguments.command.option("schedule") {
      if option.values.count > 1 {
        throw Diagnostic(
          "two schedules would overwrite each other's rates", at: option.values[1].range,
          hints: ["one behind the other: warmup(5, cosine(over=60)), or piecewise(…)"])
      }
      control = try self.control(option.values[0], arguments.evaluator)
    }
    if control?.hasOwnRate == true, let rate = arguments.command.option("rate") {
      throw Diagnostic(
        "the schedule says by itself what the rate is", at: rate.range,
        hints: ["the rate stands at one place: rate=0.1, or in the schedule"])
    }
    return control
  }
}
