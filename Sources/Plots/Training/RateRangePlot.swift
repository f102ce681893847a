import Charts
import Commands
import Language
import Networks
import Reports
import TensorEngine
import Tuning
import Workbench

/// `plot rate range`: the loss while the rate grows from far too small to far too large.
enum RateRangePlot {
  private static let low = CommandOption<Double>.number(
    "low", .positive, usual: RateRange().lowest,
    meaning: "plot rate range: the rate of the first step")
  private static let high = CommandOption<Double>.number(
    "high", .positive, usual: RateRange().highest,
    meaning: "plot rate range: the rate of the last step")

  private static let steps = CommandOption<Int>.count(
    "steps", in: 10...10_000, usual: RateRange().steps,
    meaning: SchedulePlot.steps.definition.meaning)

  static let plot = Plot(
    named: "rate range", example: " low=0.00001 high=100",
    options: [low.definition, high.definition, steps.definition],
    trains: true
  ) {
    (execution, arguments) throws(Diagnostic) in
    let data = try execution.data(for: arguments)
    let hand = try execution.network(for: arguments, fitting: data)
    let range = try range(arguments)
    let trainer = PicturedNetwork(hand, on: data, execution, arguments).trainer
    var settings = trainer.settings
    (settings.epochs, settings.maximumSteps) = (range.steps, range.steps)
    let work = TrainingEffort.work(
      trainer.network, settings, rows: trainer.trainingRows.count, validationRows: 0)
    try execution.require(WorkPlan(work), arguments)
    let control = execution.control
    let result = try execution.asking(arguments) { () throws(NetworkError) in
      try trainer.rateRange(range, isInterrupted: control.isInterrupted) {
        control.report(.part($0, of: range.steps, name: "steps of the range test"))
      }
    }
    if result.end == .interrupted { return PictureReport([]) }
    return PictureReport(
      [.chart(.line(RateRangeChart.chart(result, range)))],
      remarks: [RateRangeChart.explanation(trainer, from: hand)])
  }

  private static func range(_ arguments: Arguments) throws(Diagnostic) -> RateRange {
    let range = RateRange(
      lowest: try arguments.valueOrUsual(of: low), highest: try arguments.valueOrUsual(of: high),
      steps: try arguments.valueOrUsual(of: steps))
    guard range.lowest < range.highest else {
      throw Diagnostic(
        "the rates go from \(ScheduleText.number(range.lowest)) up to more than that, not to "
          + ScheduleText.number(range.highest),
        at: arguments.range(of: arguments.has(high) ? high : low),
        hints: ["plot rate range low=0.00001 high=100"])
    }
    guard range.lowest >= 1e-12, range.highest <= 1e12 else {
      throw Diagnostic(
        "the rates of a range test are from 1e-12 to 1e12",
        at: arguments.range(of: range.lowest >= 1e-12 ? high : low))
    }
    return range
  }
}
