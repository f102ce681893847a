import Charts
import Commands
import Language
import Reports
import Workbench

/// `plot gradients`: how strongly the loss of a batch pulls at the weights of each layer.
enum GradientPlot {
  static let plot = Plot(named: "gradients", showsMoment: true) {
    (execution, arguments) throws(Diagnostic) in
    let data = try execution.data(for: arguments)
    let hand = try execution.network(for: arguments, fitting: data)
    let charts = try PicturedNetwork(hand, on: data, execution, arguments).gradients()
    let depth = charts.depth.map { PictureReport.Picture.chart(.line($0)) }
    return PictureReport([.grid(charts.grid)] + [depth].compactMap(\.self))
  }
}
