import Charts
import Commands
import Language
import Networks
import Reports
import Workbench

/// `plot residuals validation`: what a regression leaves over, over what it predicts.
enum ResidualPlot {
  static let plot = Plot(
    chartNamed: "residuals", values: 0...1, example: " validation", showsMoment: true
  ) {
    (execution, arguments) throws(Diagnostic) in
    let data = try execution.data(for: arguments)
    try DataRequirement.numbers(
      about: "residuals are", instead: "plot wrong and plot confusion show what is mistaken"
    ).check(data, at: arguments.command.range)
    let split = try JudgedSplit(execution, arguments)
    try split.network.require(.training)
    let predictions = try split.network.numbers(on: split.part)
    return .line(ResidualChart(predictions, on: split.part, of: data).chart)
  }
}
