import Charts
import Commands
import Formulas
import Language
import Networks
import Reports
import Workbench

/// `plot schedule cosine(rate=0.1, over=60) epochs=60`: learning rates before they are used.
enum SchedulePlot {
  static let options = [
    OptionDefinition(
      name: "epochs", kind: .count(1...100_000), standard: "60",
      meaning: "plot schedule: how far it is drawn"),
    OptionDefinition(
      name: "steps", kind: .count(1...1_000_000),
      standard: "of the data in hand, in batches of 32; 3; 200",
      meaning: "plot schedule: steps an epoch, for a schedule with per=step; plot dropout: how "
        + "many steps are drawn, 1 to 12; plot rate range: how many are taken"),
    OptionDefinition(
      name: "rate", kind: .number(.positive), standard: "0.01",
      meaning: "plot schedule: the optimizer's rate, for a schedule without one"),
  ]

  static let plot = Plot(
    name: "schedule", values: 1...6, example: " cosine(rate=0.1, over=60) epochs=60",
    options: options.map(\.name)
  ) {
    (execution, arguments) throws(Diagnostic) in
    let epochs = try arguments.count("epochs") ?? 60
    let rate = try arguments.number("rate") ?? 0.01
    var series: [LineChart.Series] = []
    for value in arguments.values.dropFirst() {
      let schedule = try ScheduleReader.schedule(value, arguments.evaluator)
      if schedule.hasOwnRate, arguments.has("rate"), arguments.values.count == 2 {
        throw Diagnostic(
          "the schedule says by itself what the rate is", at: arguments.range(of: "rate"))
      }
      let steps = schedule.unit == .step ? try stepsPerEpoch(execution, arguments, value) : 1
      series.append(
        .init(
          ScheduleText.typed(schedule),
          points: points(schedule, from: rate, epochs: epochs, steps: steps)))
    }
    return .line(
      LineChart(
        title: "learning rate", xAxis: Axis("epochs done"), yAxis: Axis("rate"), series: series,
        caption: caption(series)))
  }

  private static func stepsPerEpoch(
    _ execution: Execution, _ arguments: Arguments, _ value: Expression
  ) throws(Diagnostic) -> Int {
    if let steps = try arguments.count("steps") { return steps }
    guard let data = execution.state.data else {
      throw Diagnostic(
        "this schedule counts steps, and nothing says how many an epoch has", at: value.range,
        hints: ["steps=469 says it; with data in hand it follows from batches of 32"])
    }
    return max(1, (data.rows(of: .training).count + 31) / 32)
  }

  /// At most 1000 points, from the first step to the one behind the last epoch.
  private static func points(
    _ schedule: Schedule, from rate: Double, epochs: Int, steps: Int
  ) -> [Point] {
    let (total, isTooMany) = epochs.multipliedReportingOverflow(by: steps)
    let count = min(isTooMany ? 1000 : total, 1000)
    return (0...count).map { index in
      let time = (Double(epochs) * Double(steps) * Double(index) / Double(count)).rounded(.down)
      return Point(time / Double(steps), schedule.rate(after: time, from: rate))
    }
  }

  /// "cosine(over=60): 0.1 at first, 0.05 half-way, 0 at last"
  private static func caption(_ series: [LineChart.Series]) -> String {
    series.map { series in
      let rates = [0, series.points.count / 2, series.points.count - 1].map {
        ScheduleText.number(series.points[$0].y)
      }
      return "\(series.name): \(rates[0]) at first, \(rates[1]) half-way, \(rates[2]) at last"
    }.joined(separator: " · ")
  }
}
