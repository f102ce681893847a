import Charts
import Commands
import Formulas
import Language
import Networks
import Reports
import Workbench

/// `plot metric f1(train) f1(validation)`: what formulas give after each epoch of the training.
enum MetricPlot {
  static let plot = Plot(
    chartNamed: "metric", values: 1...4, example: " f1(train) f1(validation)",
    options: HistoryPlot.over + [LogarithmicAxis.option.definition],
    trains: true
  ) {
    (execution, arguments) throws(Diagnostic) in
    let hand = try HistoryPlot.trained(execution, arguments)
    let data = try execution.data(for: arguments)
    let time = try HistoryPlot.time(arguments)
    let formulas = Array(arguments.values.dropFirst())
    for formula in formulas { try check(formula, arguments) }
    let values = try SideTraining.again(hand, on: data, execution, arguments) {
      (_, network) throws(Diagnostic) in
      var moment = execution
      var copy = hand
      copy.network = network
      moment.state.network = copy
      var values: [Double] = []
      for formula in formulas { values.append(try moment.evaluator.number(formula)) }
      return values
    }
    return .line(
      try LogarithmicAxis.upright(
        MetricChart.chart(formulas.map(\.formatted), values, of: hand.history.records, time),
        arguments))
  }

  /// Refuses a function that is not called.
  private static func check(
    _ formula: Expression, _ arguments: Arguments
  ) throws(Diagnostic) {
    guard case .word(let word) = formula.kind,
      let function = ExpressionFunction.all.first(where: { $0.name == word })
    else { return }
    throw Diagnostic(
      "\(word) is a function, and has to be told of what", at: formula.range,
      hints: ["plot metric \(function.usage)"])
  }
}
