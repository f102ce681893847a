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
    name: "metric", values: 1...4, example: " f1(train) f1(validation)", options: ["over"],
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
    let records = hand.history.records
    let series = formulas.indices.map { index in
      LineChart.Series(
        formulas[index].formatted,
        points: zip(records, values).map { Point(time.of($0), $1[index]) })
    }
    return .line(
      LineChart(
        title: formulas.count == 1 ? formulas[0].formatted : nil, xAxis: time.axis,
        yAxis: Axis("value"), series: series,
        caption: series.map { caption($0, records) }.joined(separator: " · ")))
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

  /// "f1(validation): 0.51 at first, 0.83 at last, 0.48 to 0.85 between epochs 3 and 17"
  private static func caption(_ series: LineChart.Series, _ records: [EpochRecord]) -> String {
    let values = series.points.map(\.y)
    guard let first = values.first, let last = values.last else { return series.name }
    let places = values.indices
    let least = places.reduce(0) { values[$1] < values[$0] ? $1 : $0 }
    let most = places.reduce(0) { values[$1] > values[$0] ? $1 : $0 }
    return "\(series.name): \(text(first)) in epoch \(records.first?.epoch ?? 0), \(text(last)) in "
      + "epoch \(records.last?.epoch ?? 0), least \(text(values[least])) in epoch "
      + "\(records[least].epoch), most \(text(values[most])) in epoch \(records[most].epoch)"
  }

  private static func text(_ value: Double) -> String {
    NumberText.significant(value, digits: 4)
  }
}
