import Charts
import Commands
import Language
import Networks
import Reports
import Workbench

/// `plot network`: the network as a diagram. `plot dropout steps=3`: which units successive steps
/// leave out.
enum DiagramPlot {
  static let usualSteps = 3
  private static let steps = CommandOption<Int>.count(
    "steps", in: 1...12, usual: usualSteps, meaning: SchedulePlot.steps.definition.meaning)

  static let network = Plot(chartNamed: "network") { (execution, arguments) throws(Diagnostic) in
    let network = try PlotLayer.network(execution, arguments).network
    return .diagram(NetworkDiagram(of: network, on: execution.state.data).chart)
  }

  static let dropout = Plot(
    named: "dropout", example: " steps=3", options: [steps.definition]
  ) {
    (execution, arguments) throws(Diagnostic) in
    let data = try execution.data(for: arguments)
    let hand = try execution.network(for: arguments, fitting: data)
    guard hand.network.layers.contains(where: { $0 is Dropout }) else {
      throw Diagnostic(
        "no layer of the network drops units", at: arguments.command.range,
        hints: ["insert 2 dropout 0.5 puts one behind the first layer"])
    }
    let count = try arguments.valueOrUsual(of: steps)
    let trainer = PicturedNetwork(hand, on: data, execution, arguments).trainer
    let steps = try execution.asking(arguments) { () throws(NetworkError) in
      try trainer.maskedSteps(count)
    }
    return PictureReport([.grid(NetworkDiagram(of: hand.network, on: data).grid(of: steps))])
  }
}
