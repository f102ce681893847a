import Charts
import Commands
import Formulas
import Language
import Networks
import Reports
import Workbench

/// `plot schedule cosine(rate=0.1, over=60) epochs=60`: learning rates before they are used.
enum SchedulePlot {
  private static let batchSize = TrainingSettings.usualBatchSize
  private static let epochs = CommandOption<Int>.count(
    "epochs", in: 1...TrainingMoments.latest, usual: 60,
    meaning: TrainingMoments.option.definition.meaning)
  static let steps = CommandOption<Int>.count(
    "steps", in: 1...1_000_000,
    standard: "of the data in hand, in batches of \(batchSize); \(DiagramPlot.usualSteps); "
      + "\(RateRange().steps)",
    meaning: "plot schedule: steps an epoch, for a schedule with per=step; plot dropout: how "
      + "many steps are drawn, 1 to 12; plot rate range: how many are taken")
  private static let rate = CommandOption<Double>.number(
    "rate", .positive, usual: 0.01,
    meaning: "plot schedule: the optimizer's rate, for a schedule without one")

  static let plot = Plot(
    chartNamed: "schedule", values: 1...6, example: " cosine(rate=0.1, over=60) epochs=60",
    options: [
      epochs.definition, steps.definition, rate.definition, LogarithmicAxis.option.definition,
    ]
  ) {
    (execution, arguments) throws(Diagnostic) in
    let epochs = try arguments.valueOrUsual(of: epochs)
    let rate = try arguments.valueOrUsual(of: rate)
    var schedules: [(schedule: Schedule, stepsPerEpoch: Int)] = []
    for value in arguments.values.dropFirst() {
      let schedule = try ScheduleReader.schedule(value, arguments.evaluator)
      if schedule.hasOwnRate, arguments.has(SchedulePlot.rate), arguments.values.count == 2 {
        throw Diagnostic(
          "the schedule says by itself what the rate is", at: arguments.range(of: SchedulePlot.rate)
        )
      }
      let steps = schedule.unit == .step ? try stepsPerEpoch(execution, arguments, value) : 1
      schedules.append((schedule, steps))
    }
    return .line(
      try LogarithmicAxis.upright(
        ScheduleChart.chart(schedules, from: rate, epochs: epochs), arguments))
  }

  private static func stepsPerEpoch(
    _ execution: Execution, _ arguments: Arguments, _ value: Expression
  ) throws(Diagnostic) -> Int {
    if let steps = try arguments.value(of: steps) { return steps }
    guard let data = execution.state.data else {
      throw Diagnostic(
        "this schedule counts steps, and nothing says how many an epoch has", at: value.range,
        hints: ["steps=469 says it; with data in hand it follows from batches of \(batchSize)"])
    }
    return max(1, (data.rows(of: .training).count + batchSize - 1) / batchSize)
  }
}
