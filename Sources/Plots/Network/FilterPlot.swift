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
  private static let mostFilters = 16
  private static let mostMaps = 11

  static let options = [
    OptionDefinition(
      name: "layer", kind: .count(1...10_000), standard: "the first convolution",
      meaning: "plot features: the layer whose maps are drawn")
  ]

  static let filters = Plot(named: "filters", values: 0...1, example: " 1") {
    (execution, arguments) throws(Diagnostic) in
    let network = try PlotLayer.network(execution, arguments).network
    let asked = try PlotLayer.index(at: 1, of: network, arguments)
    let range = asked == nil ? arguments.command.range : arguments.values[1].range
    let index: Int
    if let asked { index = asked } else { index = try firstConvolution(of: network, at: range) }
    guard network.layers[index].kind == .convolution,
      let kernel = network.parameters[index]["kernel"], kernel.shape.dimensions.count == 4
    else {
      throw Diagnostic(
        "layer \(index + 1) has no filters: it is no convolution", at: range,
        hints: [hint(insteadOf: index, of: network)])
    }
    return [.grid(grid(of: kernel, PlotLayer.name(index, of: network)))]
  }

  static let features = Plot(
    named: "features", values: 2...2, example: " example 7", options: options.map(\.name)
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
    var input = ExamplePicture.image(of: number - 1, in: data)
    input.title = "example \(number)"
    return [
      .grid(maps(outputs[index], of: PlotLayer.name(index, of: network), input, number))
    ]
  }

  /// What can be drawn in the place of the filters that a layer has not.
  private static func hint(insteadOf index: Int, of network: Network) -> String {
    let nearest = PlotLayer.nearest(to: index, of: network) {
      network.layers[$0].kind == .convolution
    }
    if let nearest {
      return "plot filters \(nearest + 1) draws those of \(PlotLayer.name(nearest, of: network))"
    }
    return WeightPlot.hint(near: index, of: network)
  }

  private static func firstConvolution(
    of network: Network, at range: SourceRange
  ) throws(Diagnostic) -> Int {
    guard let index = network.layers.firstIndex(where: { $0.kind == .convolution }) else {
      throw Diagnostic(
        "the network has no convolution", at: range,
        hints: ["add conv 8 3x3 relu adds one to a network on images"])
    }
    return index
  }

  /// The layer whose outputs are images.
  private static func mapLayer(
    of network: Network, _ arguments: Arguments
  ) throws(Diagnostic) -> Int {
    guard let number = try arguments.count("layer") else {
      return try firstConvolution(of: network, at: arguments.command.range)
    }
    let range = arguments.range(of: "layer")
    guard number <= network.layers.count else {
      throw Diagnostic(
        "the network has \(Wording.count(network.layers.count, "layer"))", at: range)
    }
    guard network.summaries[number - 1].outputShape.dimensions.count == 3 else {
      throw Diagnostic("the outputs of layer \(number) are no images", at: range)
    }
    return number - 1
  }

  /// Each filter as an image, the mean of its channels.
  private static func grid(of kernel: Tensor, _ name: String) -> ChartGrid {
    let sides = kernel.shape.dimensions
    let (channels, count) = (sides[2], sides[3])
    let images = (0..<min(count, mostFilters)).map { filter in
      let weights = stride(from: filter, to: kernel.count, by: count).map {
        Double(kernel.elements[$0])
      }
      return ExamplePicture.luminance(weights, channels: channels)
    }
    let largest = images.joined().reduce(0) { max($0, $1.magnitude) }
    let shown = images.count < count ? "the first \(images.count) of \(count)" : "\(count)"
    let mean = channels > 1 ? ", the mean of \(channels) channels" : ""
    return ChartGrid(
      charts: images.enumerated().map { index, pixels in
        .heatMap(
          HeatMapChart(
            title: "filter \(index + 1)", columns: sides[1], values: pixels,
            valueAxis: Axis("weight", extent: Extent(-largest, largest)), style: .pixels))
      },
      caption: "\(name): \(shown) filters of \(sides[0]) x \(sides[1])\(mean), weights "
        + "\(text(-largest)) to \(text(largest))")
  }

  /// The input, and what the first filters make of it.
  private static func maps(
    _ output: Tensor, of name: String, _ input: ImageChart, _ number: Int
  ) -> ChartGrid {
    let sides = output.shape.dimensions
    let (height, width, count) = (sides[1], sides[2], sides[3])
    let values = output.elements.map { Double($0) }
    let maps = (0..<count).map { filter in
      stride(from: filter, to: values.count, by: count).map { values[$0] }
    }
    let means = maps.map { $0.reduce(0) { $0 + $1.magnitude } / Double(max(1, $0.count)) }
    let strongest = means.indices.reduce(0) { means[$1] > means[$0] ? $1 : $0 }
    let extent = HeatMapChart(columns: 1, values: values, valueAxis: Axis()).extent
    let lowest = min(values.min() ?? 0, 0)
    let range = lowest < 0 ? extent : Extent(0, extent.upper)
    let shown = count > mostMaps ? "the first \(mostMaps) of \(count)" : "\(count)"
    let silent = means.count { $0 == 0 }
    return ChartGrid(
      charts: [.image(input)]
        + maps.prefix(mostMaps).enumerated().map { index, pixels in
          .heatMap(
            HeatMapChart(
              title: "filter \(index + 1)", columns: width, values: pixels,
              valueAxis: Axis("output", extent: range), style: .pixels))
        }, columns: width > 16 ? 3 : nil,
      caption: "example \(number), \(name): \(shown) maps of \(height) x \(width); filter "
        + "\(strongest + 1) answers most (mean \(text(means[strongest])))"
        + (silent > 0 ? ", \(Wording.count(silent, "filter")) not at all" : ""))
  }

  private static func text(_ value: Double) -> String {
    NumberText.significant(value, digits: 3)
  }
}
