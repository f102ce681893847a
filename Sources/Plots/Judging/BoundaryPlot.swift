import Charts
import Commands
import Language
import Reports
import Workbench

/// `plot boundary`, `plot boundary validation`: which class the network gives to each place, with
/// the points of a split on it, the training points unless another one is named.
enum BoundaryPlot {
  static let plot = Plot(
    chartNamed: "boundary", values: 0...1, example: " validation",
    options: [DecisionReader.threshold.definition], showsMoment: true
  ) { (execution, arguments) throws(Diagnostic) in
    let data = try execution.data(for: arguments)
    try DataRequirement.plane.check(data, at: arguments.command.range)
    let part = try MeasureReader.split(of: data, arguments) ?? .training
    let hand = try execution.network(for: arguments, fitting: data)
    let decision = try DecisionReader.decision(arguments, of: hand, on: data)
    let network = PicturedNetwork(hand, on: data, execution, arguments)
    let chart = try network.boundary(
      title: decision.map { DecisionText.fact(of: $0).text }, on: part, decidedBy: decision)
    if part == .test { execution.looks.happened = true }
    return .regions(chart)
  }
}
