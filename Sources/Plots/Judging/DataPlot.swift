import Charts
import Commands
import Datasets
import Language
import Reports
import TensorEngine
import Workbench

/// `plot data`: points by their class, a target over its feature, or a sheet of images.
enum DataPlot {
  static let plot = Plot(named: "data", options: [MistakePlot.list.definition]) {
    (execution, arguments) throws(Diagnostic) in
    let data = try execution.data(for: arguments)
    let count = try arguments.value(of: MistakePlot.list)
    if data.dataset.isImages {
      return PictureReport([.grid(ImageSheet(data, count: count).grid)])
    }
    if count != nil {
      throw Diagnostic(
        "list= is for images: of this data plot data draws every point",
        at: arguments.range(of: MistakePlot.list))
    }
    guard let chart = DataChart.chart(of: data) else {
      throw Diagnostic(
        "plot data draws 2 features and a class, or 1 feature and a value; the data has "
          + Wording.count(data.examples.featureCount, "feature"), at: arguments.command.range,
        hints: ["show data lists them in numbers"])
    }
    return PictureReport(.scatter(chart))
  }
}
