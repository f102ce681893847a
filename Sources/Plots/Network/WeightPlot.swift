import Charts
import Commands
import Datasets
import Language
import Networks
import Reports
import TensorEngine
import Workbench

/// `plot weights`: a histogram for each layer. `plot weights 1`: one layer, as a histogram and as
/// the matrix it is, or as images where it looks at images.
enum WeightPlot {
  private static let unit = CommandOption<Int>.count(
    "unit", in: 1...1_000_000, standard: "the first 8",
    meaning: "plot weights 1: the unit whose weights are drawn as an image")

  static let plot = Plot(
    named: "weights", values: 0...1, example: " 1", options: [unit.definition],
    showsMoment: true, beside: picture
  ) {
    (execution, arguments) throws(Diagnostic) in try picture(execution, arguments, beside: [])
  }

  /// The picture, its histograms on axes on which the weights of some networks have room.
  private static func picture(
    _ execution: Execution, _ arguments: Arguments, beside others: [Network]
  ) throws(Diagnostic) -> PictureReport {
    let network = try PlotLayer.network(execution, arguments).network
    if let index = try PlotLayer.index(at: 1, of: network, arguments) {
      return try layer(index, of: network, execution, arguments)
    }
    if arguments.has(unit) {
      throw Diagnostic(
        "a unit is of a layer: plot weights 1 unit=3", at: arguments.range(of: unit))
    }
    try NetworkRequirement.kernels.check(network, at: arguments.command.range)
    return PictureReport([
      .grid(WeightCharts(of: network, over: WeightCharts.commonExtents(of: others)).grid)
    ])
  }

  /// All parameters of one layer, and its kernel as a picture.
  private static func layer(
    _ index: Int, of network: Network, _ execution: Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> PictureReport {
    let parameters = network.parameters[index]
    guard !parameters.names.isEmpty else {
      throw Diagnostic(
        "layer \(index + 1), \(network.summaries[index].text), has no weights",
        at: arguments.values[1].range,
        hints: [NetworkRequirement.weights(near: index, of: network)])
    }
    let charts = LayerWeightCharts(index, of: network)
    if parameters["kernel"] != nil, arguments.has(unit), charts.imageShape == nil {
      throw Diagnostic(
        "unit= draws the weights of one unit as an image, and this layer does not look at images",
        at: arguments.range(of: unit))
    }
    return charts.report(
      unit: charts.drawsUnits ? try asked(of: charts, arguments) : nil,
      features: execution.state.data?.dataset.featureNames ?? [])
  }

  /// The unit that is drawn as an image, from 1; nil for the first of them.
  private static func asked(
    of charts: LayerWeightCharts, _ arguments: Arguments
  ) throws(Diagnostic) -> Int? {
    let asked = try arguments.value(of: unit)
    if let asked, asked > charts.unitCount {
      throw Diagnostic(
        "the layer has \(Wording.count(charts.unitCount, "unit"))", at: arguments.range(of: unit))
    }
    return asked
  }
}
