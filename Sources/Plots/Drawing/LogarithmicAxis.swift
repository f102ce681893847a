import Charts
import Commands
import Language
import Reports

/// `log=yes`: an axis in powers of ten.
enum LogarithmicAxis {
  static let option = CommandOption<Bool>.yesOrNo(
    "log", standard: "no; studies: yes where values span a factor of 20",
    meaning: "curves: the upright axis in powers of ten; plot validation curve and plot learning "
      + "curve: the lying one")

  /// Curves with the upright axis that is asked for.
  ///
  /// - Throws: a `Diagnostic` at the option where no value has a place on it.
  static func upright(
    _ chart: LineChart, _ arguments: Arguments
  ) throws(Diagnostic) -> LineChart {
    guard try arguments.value(of: option) == true else { return chart }
    guard let logarithmic = chart.logarithmic else {
      throw Diagnostic(
        "no value is greater than 0, and others have no place on a logarithmic axis",
        at: arguments.range(of: option), hints: ["log=no draws them"])
    }
    return logarithmic
  }
}
