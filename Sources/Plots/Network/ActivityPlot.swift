import Charts
import Commands
import Language
import Reports
import Workbench

/// `plot activations validation`: what comes out of each layer, and whether units are saturated or
/// dead.
enum ActivityPlot {
  static let plot = Plot(
    named: "activations", values: 0...1, example: " validation", showsMoment: true
  ) {
    (execution, arguments) throws(Diagnostic) in
    let split = try JudgedSplit(execution, arguments)
    let charts = try split.network.activity(on: split.part)
    let depth = charts.depth.map { PictureReport.Picture.chart(.line($0)) }
    return PictureReport([.grid(charts.grid)] + [depth].compactMap(\.self))
  }
}
