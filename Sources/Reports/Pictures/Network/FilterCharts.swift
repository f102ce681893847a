package import Charts
package import Networks
package import TensorEngine
import Workbench

/// The filters of a convolution as images, and what they answer to an image.
package enum FilterCharts {
  private static let mostFilters = 16
  private static let mostMaps = 11

  /// The filters of the first convolution of a network; nil without one.
  package static func first(of network: Network) -> ChartGrid? {
    network.layers.firstIndex { $0 is Convolution }.flatMap { filters(of: $0, in: network) }
  }

  /// Each filter of a layer as an image, the mean of its channels; nil of what is no convolution.
  ///
  /// - Parameter index: The layer by its position from 0.
  package static func filters(of index: Int, in network: Network) -> ChartGrid? {
    guard network.layers[index] is Convolution,
      let kernel = network.parameters[index]["kernel"], kernel.shape.dimensions.count == 4
    else { return nil }
    let name = network.label(of: index)
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
      caption:
        "\(name): \(shown) \(count == 1 ? "filter" : "filters") of \(sides[0]) x \(sides[1])\(mean), weights "
        + "\(text(-largest)) to \(text(largest))")
  }

  /// The input, and what the first filters make of it.
  ///
  /// - Parameters:
  ///   - output: `[1, height, width, filters]`.
  ///   - name: What the layer is called.
  ///   - number: The number of the example, from 1.
  package static func maps(
    _ output: Tensor, of name: String, _ input: ImageChart, _ number: Int
  ) -> ChartGrid {
    var input = input
    input.title = "example \(number)"
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
