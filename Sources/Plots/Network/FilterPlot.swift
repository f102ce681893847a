import Charts
import Commands
import Datasets
import Language
import Networks
import Reports
import TensorEngine
import Workbench

/// `plot filters 1`: the kernels of a convolution as images. `plot features example 7`: what its
/// filters answer to an image.
enum FilterPlot {
  private static let layer = CommandOption<Int>.count(
    "layer", in: 1...10_000, standard: "the first convolution",
    meaning: "plot features: the layer whose maps are drawn")

  static let filters = Plot(named: "filters", values: 0...1, example: " 1", showsMoment: true) {
    (execution, arguments) throws(Diagnostic) in
    let network = try PlotLayer.network(execution, arguments).network
    let asked = try PlotLayer.index(at: 1, of: network, arguments)
    let range = asked == nil ? arguments.command.range : arguments.values[1].range
    let index: Int
    if let asked { index = asked } else { index = try firstConvolution(of: network, at: range) }
    guard let grid = FilterCharts.filters(of: index, in: network) else {
      throw Diagnostic(
        "layer \(index + 1) has no filters: it is no convolution", at: range,
        hints: [NetworkRequirement.filters(near: index, of: network)])
    }
    return PictureReport([.grid(grid)])
  }

  static let features = Plot(
    named: "features", values: 2...2, example: " example 7", options: [layer.definition],
    showsMoment: true
  ) {
    (execution, arguments) throws(Diagnostic) in
    let data = try execution.data(for: arguments)
    let network = try execution.network(for: arguments, fitting: data).network
    _ = try arguments.word(arguments.values[1], among: ["example"], what: "thing with features")
    let number = try arguments.count(
      arguments.values[2], what: "the example", in: 1...max(1, data.examples.count))
    let index = try mapLayer(of: network, arguments)
    let outputs = try execution.asking(arguments) { () throws(NetworkError) in
      try network.layerOutputs(
        data.examples, rows: [Int32(number - 1)], pool: execution.settings.pool)
    }
    if data.rows(of: .test).contains(Int32(number - 1)) { execution.looks.happened = true }
    let input = ExamplePicture.image(of: number - 1, in: data)
    return PictureReport([
      .grid(FilterCharts.maps(outputs[index], of: network.label(of: index), input, number))
    ])
  }

  private static func firstConvolution(
    of network: Network, at range: SourceRange
  ) throws(Diagnostic) -> Int {
    try NetworkRequirement.convolution.check(network, at: range)
    return network.layers.firstIndex { $0 is Convolution } ?? 0
  }

  /// The layer whose outputs are images.
  private static func mapLayer(
    of network: Network, _ arguments: Arguments
  ) throws(Diagnostic) -> Int {
    guard let number = try arguments.value(of: layer) else {
      return try firstConvolution(of: network, at: arguments.command.range)
    }
    let range = arguments.range(of: layer)
    guard number <= network.layers.count else {
      throw Diagnostic(
        "the network has \(Wording.count(network.layers.count, "layer"))", at: range)
    }
    guard network.summaries[number - 1].outputShape.dimensions.count == 3 else {
      throw Diagnostic("the outputs of layer \(number) are no images", at: range)
    }
    return number - 1
  }
}
