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
  static let options = [
    OptionDefinition(
      name: "unit", kind: .count(1...1_000_000), standard: "the first 8",
      meaning: "plot weights 1: the unit whose weights are drawn as an image")
  ]

  static let plot = Plot(
    named: "weights", values: 0...1, example: " 1", options: options.map(\.name)
  ) {
    (execution, arguments) throws(Diagnostic) in
    let network = try PlotLayer.network(execution, arguments).network
    if let index = try PlotLayer.index(at: 1, of: network, arguments) {
      return try layer(index, of: network, execution, arguments)
    }
    if arguments.has("unit") {
      throw Diagnostic(
        "a unit is of a layer: plot weights 1 unit=3", at: arguments.range(of: "unit"))
    }
    let layers = network.layers.indices.filter { network.parameters[$0]["kernel"] != nil }
    guard !layers.isEmpty else {
      throw Diagnostic(
        "there are no weights to draw: no layer of the network has any",
        at: arguments.command.range, hints: [hint(near: 0, of: network)])
    }
    let shown = PlotLayer.ends(of: Array(layers))
    return [
      .grid(
        ChartGrid(
          charts: shown.map { .histogram(histogram($0, "kernel", of: network)) },
          caption: shown.map { caption($0, "kernel", of: network) }.joined(separator: " · ")))
    ]
  }

  /// All parameters of one layer, and its kernel as a picture.
  private static func layer(
    _ index: Int, of network: Network, _ execution: Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> [Block] {
    let names = network.parameters[index].names
    guard !names.isEmpty else {
      throw Diagnostic(
        "layer \(index + 1), \(network.summaries[index].text), has no weights",
        at: arguments.values[1].range, hints: [hint(near: index, of: network)])
    }
    guard let kernel = network.parameters[index]["kernel"] else {
      return [
        .grid(
          ChartGrid(
            charts: names.map { .histogram(histogram(index, $0, of: network)) },
            caption: names.map { caption(index, $0, of: network) }.joined(separator: " · ")))
      ]
    }
    let shape = images(below: index, of: network)
    if arguments.has("unit"), shape == nil {
      throw Diagnostic(
        "unit= draws the weights of one unit as an image, and this layer does not look at images",
        at: arguments.range(of: "unit"))
    }
    var weights = histogram(index, "kernel", of: network)
    weights.caption = caption(index, "kernel", of: network)
    let chart = Block.chart(.histogram(weights))
    guard kernel.shape.dimensions.count == 2 else {
      return [chart, .text("plot filters \(index + 1) draws them as images")]
    }
    if let shape {
      return [chart, .grid(try units(kernel, shape, arguments))]
    }
    return [chart, .chart(.heatMap(matrix(kernel, index, of: network, execution)))]
  }

  /// How often weights of a size occur in a layer, over what they fill or a wider extent.
  static func histogram(
    _ index: Int, _ name: String, of network: Network, over extent: Extent? = nil
  ) -> Histogram {
    let weights = values(index, name, of: network)
    let zeros = weights.count { $0 == 0 }
    let what = name == "kernel" ? PlotLayer.name(index, of: network) : name
    return Histogram(
      title: "\(what): \(NumberText.count(zeros)) of \(NumberText.count(weights.count)) exactly 0",
      xAxis: Axis(name == "kernel" ? "weight" : name, extent: extent), values: weights,
      bins: PlotLayer.bins(weights.count))
  }

  /// "#1 dense: mean 0.0123, deviation 0.523, largest 1.20, 3 of 16 exactly 0"
  private static func caption(
    _ index: Int, _ name: String, of network: Network
  ) -> String {
    let weights = values(index, name, of: network)
    let count = Double(max(1, weights.count))
    let mean = weights.laneSum / count
    let deviation = (weights.map { ($0 - mean) * ($0 - mean) }.laneSum / count).squareRoot()
    let largest = weights.reduce(0) { max($0, $1.magnitude) }
    let zeros = weights.count { $0 == 0 }
    let what = name == "kernel" ? PlotLayer.name(index, of: network) : name
    return "\(what): mean \(text(mean)), deviation \(text(deviation)), largest \(text(largest)), "
      + "\(NumberText.count(zeros)) of \(NumberText.count(weights.count)) exactly 0"
  }

  /// Inputs down, units across.
  private static func matrix(
    _ kernel: Tensor, _ index: Int, of network: Network, _ execution: Execution
  ) -> HeatMapChart {
    let (inputs, units) = (kernel.shape.dimensions[0], kernel.shape.dimensions[1])
    let weights = kernel.elements.map { Double($0) }
    let features = execution.state.data?.dataset.featureNames ?? []
    let isFirst = !network.layers[..<index].contains {
      $0.kind == .dense || $0.kind == .convolution
    }
    let rows =
      isFirst && features.count == inputs ? features : (0..<inputs).map { String($0 + 1) }
    let norm = weights.map { $0 * $0 }.laneSum.squareRoot()
    return HeatMapChart(
      title: "weights of \(PlotLayer.name(index, of: network))", rowTitle: "input",
      columnTitle: "unit", rowLabels: inputs <= 24 ? rows : [],
      columnLabels: units <= 36 ? (0..<units).map { String($0 + 1) } : [], columns: units,
      values: weights,
      texts: inputs <= 12 && units <= 10 ? weights.map { NumberText.fixed($0, places: 2) } : [],
      valueAxis: Axis("weight"),
      caption: "\(inputs) x \(units) weights, norm \(text(norm)); "
        + largest(weights, rows: rows, units: units))
  }

  /// "the largest -1.20, from x1 to unit 3"
  private static func largest(_ weights: [Double], rows: [String], units: Int) -> String {
    let place = weights.indices.reduce(0) {
      weights[$1].magnitude > weights[$0].magnitude ? $1 : $0
    }
    return "the largest \(text(weights[place])), from input \(rows[place / units]) to unit "
      + "\(place % units + 1)"
  }

  /// What units learned for each pixel, side by side and to one scale.
  private static func units(
    _ kernel: Tensor, _ shape: Shape, _ arguments: Arguments
  ) throws(Diagnostic) -> ChartGrid {
    let count = kernel.shape.dimensions[1]
    let asked = try arguments.count("unit")
    if let asked, asked > count {
      throw Diagnostic(
        "the layer has \(Wording.count(count, "unit"))", at: arguments.range(of: "unit"))
    }
    let shown = asked.map { [$0 - 1] } ?? Array(0..<min(count, 8))
    let largest = kernel.elements.reduce(0) { max($0, Double($1.magnitude)) }
    let channels = shape.dimensions[2]
    let charts = shown.map { unit -> Chart in
      let weights = stride(from: unit, to: kernel.count, by: count).map {
        Double(kernel.elements[$0])
      }
      return .heatMap(
        HeatMapChart(
          title: "unit \(unit + 1)", columns: shape.dimensions[1],
          values: ExamplePicture.luminance(weights, channels: channels),
          valueAxis: Axis("weight", extent: Extent(-largest, largest)), style: .pixels))
    }
    let names = asked.map { "unit \($0)" } ?? "units 1 to \(shown.count)"
    return ChartGrid(
      charts: charts,
      caption: "\(names) of \(count): a weight for each of \(shape) pixels"
        + (channels > 1 ? ", the mean of its channels" : "") + ", \(text(-largest)) to "
        + text(largest))
  }

  /// The shape of the images that a dense layer looks at; nil where its inputs are something else.
  private static func images(below index: Int, of network: Network) -> Shape? {
    let passing: [LayerKind] = [.flatten, .dropout, .gaussianNoise]
    let isFirst = network.layers[..<index].allSatisfy { passing.contains($0.kind) }
    guard isFirst, network.inputShape.dimensions.count == 3 else { return nil }
    return network.inputShape
  }

  private static func values(_ index: Int, _ name: String, of network: Network) -> [Double] {
    network.parameters[index][name]?.elements.map { Double($0) } ?? []
  }

  /// Which weights there are to draw: those of the layer nearest to one.
  static func hint(near index: Int, of network: Network) -> String {
    let nearest = PlotLayer.nearest(to: index, of: network) {
      !network.parameters[$0].names.isEmpty
    }
    guard let nearest else { return "add dense 8 tanh adds a layer with weights" }
    return "plot weights \(nearest + 1) draws those of \(PlotLayer.name(nearest, of: network))"
  }

  private static func text(_ value: Double) -> String {
    NumberText.significant(value, digits: 3)
  }
}
