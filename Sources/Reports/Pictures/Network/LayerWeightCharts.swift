import Charts
package import Networks
package import TensorEngine

/// The parameters of one layer: as histograms, and its kernel as the matrix that it is, or as images
/// where the layer looks at images.
package struct LayerWeightCharts {
  private let index: Int
  private let network: Network
  private let kernel: Tensor?

  /// Makes it of a layer by its position from 0.
  package init(_ index: Int, of network: Network) {
    self.index = index
    self.network = network
    kernel = network.parameters[index]["kernel"]
  }

  /// How many units a dense kernel has; 0 of what is none.
  package var unitCount: Int {
    guard let kernel, kernel.shape.dimensions.count == 2 else { return 0 }
    return kernel.shape.dimensions[1]
  }

  /// Whether its units are drawn as images.
  package var drawsUnits: Bool { unitCount > 0 && imageShape != nil }

  /// The shape of the images that a dense layer looks at; nil where its inputs are something else.
  package var imageShape: Shape? {
    let isFirst = network.layers[..<index].allSatisfy(\.passesInputs)
    guard isFirst, network.inputShape.dimensions.count == 3 else { return nil }
    return network.inputShape
  }

  /// The kernel as a histogram and as a picture, or every parameter of a layer without a kernel.
  ///
  /// - Parameters:
  ///   - unit: The unit that is drawn as an image, from 1; nil for the first 8.
  ///   - features: The names of the data's features.
  package func report(unit: Int?, features: [String]) -> PictureReport {
    guard let kernel else { return PictureReport([.grid(others)]) }
    let weights = LayerWeights(index, "kernel", of: network)
    var histogram = weights.histogram()
    histogram.caption = weights.caption
    let chart = PictureReport.Picture.chart(.histogram(histogram))
    guard kernel.shape.dimensions.count == 2 else {
      return PictureReport(
        [chart], remarks: ["plot filters \(index + 1) draws them as images"])
    }
    if let imageShape { return PictureReport([chart, .grid(units(kernel, imageShape, unit))]) }
    return PictureReport([chart, .chart(.heatMap(matrix(kernel, features)))])
  }

  private var others: ChartGrid {
    let all = network.parameters[index].names.map { LayerWeights(index, $0, of: network) }
    return ChartGrid(
      charts: all.map { .histogram($0.histogram()) },
      caption: all.map(\.caption).joined(separator: " · "))
  }

  /// Inputs down, units across.
  private func matrix(_ kernel: Tensor, _ features: [String]) -> HeatMapChart {
    let (inputs, units) = (kernel.shape.dimensions[0], kernel.shape.dimensions[1])
    let weights = kernel.elements.map { Double($0) }
    let isFirst = !network.layers[..<index].contains { $0.unitLinks == .all }
    let rows =
      isFirst && features.count == inputs ? features : (0..<inputs).map { String($0 + 1) }
    let norm = weights.map { $0 * $0 }.laneSum.squareRoot()
    return HeatMapChart(
      title: "weights of \(network.label(of: index))", rowTitle: "input", columnTitle: "unit",
      rowLabels: inputs <= 24 ? rows : [],
      columnLabels: units <= 36 ? (0..<units).map { String($0 + 1) } : [], columns: units,
      values: weights,
      texts: inputs <= 12 && units <= 10 ? weights.map { NumberText.fixed($0, places: 2) } : [],
      valueAxis: Axis("weight"),
      caption: "\(inputs) x \(units) weights, norm \(text(norm)); "
        + largest(weights, rows: rows, units: units))
  }

  /// "the largest -1.20, from x1 to unit 3"
  private func largest(_ weights: [Double], rows: [String], units: Int) -> String {
    let place = weights.indices.reduce(0) {
      weights[$1].magnitude > weights[$0].magnitude ? $1 : $0
    }
    return "the largest \(text(weights[place])), from input \(rows[place / units]) to unit "
      + "\(place % units + 1)"
  }

  /// What units learned for each pixel, side by side and to one scale.
  private func units(_ kernel: Tensor, _ shape: Shape, _ asked: Int?) -> ChartGrid {
    let count = unitCount
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

  private func text(_ value: Double) -> String { NumberText.significant(value, digits: 3) }
}
