import Charts
import Commands
import Language
import Reports

/// `plot boundary`: which class the network gives to each place, with the points on it.
enum BoundaryPlot {
  static let plot = Plot(chartNamed: "boundary") { (execution, arguments) throws(Diagnostic) in
    let data = try execution.data(for: arguments)
    try DataRequirement.plane.check(data, at: arguments.command.range)
    let hand = try execution.network(for: arguments, fitting: data)
    return .regions(try PicturedNetwork(hand, on: data, execution, arguments).boundary())
  }
}
