import Charts
import Commands
import Language
import Reports

/// `plot boundary`: which class the network gives to each place, with the points on it.
enum BoundaryPlot {
  static let plot = Plot(
    chartNamed: "boundary", options: [DecisionReader.threshold.definition]
  ) { (execution, arguments) throws(Diagnostic) in
    let data = try execution.data(for: arguments)
    try DataRequirement.plane.check(data, at: arguments.command.range)
    let hand = try execution.network(for: arguments, fitting: data)
    let decision = try DecisionReader.decision(arguments, of: hand, on: data)
    return .regions(
      try PicturedNetwork(hand, on: data, execution, arguments).boundary(
        title: decision.map { DecisionText.fact(of: $0).text }, decidedBy: decision))
  }
}
