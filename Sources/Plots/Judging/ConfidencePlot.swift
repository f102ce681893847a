import Charts
import Commands
import Language
import Reports
import Workbench

/// `plot coverage`, `plot calibration`: what confidence is worth.
enum ConfidencePlot {
  static let coverage = Plot(
    chartNamed: "coverage", values: 0...1, example: " validation", showsMoment: true
  ) {
    (execution, arguments) throws(Diagnostic) in
    .line(try charts(execution, arguments, of: "coverage").coverage)
  }

  static let calibration = Plot(
    chartNamed: "calibration", values: 0...1, example: " validation", showsMoment: true
  ) {
    (execution, arguments) throws(Diagnostic) in
    .line(try charts(execution, arguments, of: "calibration").calibration)
  }

  private static func charts(
    _ execution: Execution, _ arguments: Arguments, of what: String
  ) throws(Diagnostic) -> ConfidenceCharts {
    let split = try JudgedSplit(execution, arguments)
    return ConfidenceCharts(
      try split.network.confidence(on: split.part, for: what), split: split.part.rawValue)
  }
}
