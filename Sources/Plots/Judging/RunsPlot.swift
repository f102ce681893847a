import Charts
import Commands
import Language
import Networks
import Reports
import Tuning
import Workbench

/// `plot runs 3,5`: the curves of trainings of the notebook and of variants that it compared, one
/// over the other.
enum RunsPlot {
  private static let mostRuns = 12

  static let plot = Plot(
    chartNamed: "runs", values: 1...mostRuns, example: " 1,2",
    options: [LogarithmicAxis.option.definition]
  ) {
    (execution, arguments) throws(Diagnostic) in
    let runs = execution.state.runs
    guard !runs.isEmpty else {
      throw Diagnostic(
        "nothing has been trained yet", at: arguments.command.range,
        hints: ["train epochs=100 trains the network"])
    }
    var chosen: [(number: Int, run: RunRecord)] = []
    for value in try arguments.expanded(Array(arguments.values.dropFirst())) {
      let listed = runs.first...runs.numbers.upperBound - 1
      let number = try arguments.count(value, what: "the run", in: listed)
      guard !chosen.contains(where: { $0.number == number }) else {
        throw Diagnostic("run \(number) is named twice", at: value.range)
      }
      guard number >= runs.firstWithCurve else {
        throw Diagnostic(
          "the curve of run \(number) has been let go: so many epochs came after it",
          at: value.range, hints: ["the curves from run \(runs.firstWithCurve) on are kept"])
      }
      guard !runs[number].history.records.isEmpty else {
        throw Diagnostic("run \(number) has no complete epoch", at: value.range)
      }
      guard chosen.count < mostRuns else {
        throw Diagnostic("plot runs draws at most \(mostRuns) curves", at: value.range)
      }
      chosen.append((number, runs[number]))
    }
    return .line(try LogarithmicAxis.upright(RunsChart.chart(chosen), arguments))
  }
}
