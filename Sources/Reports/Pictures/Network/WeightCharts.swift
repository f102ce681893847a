package import Charts
package import Networks
import TensorEngine

/// The weights of a network: a histogram for each layer that has any.
package struct WeightCharts {
  private let network: Network
  /// The layers that are drawn, by their positions from 0.
  private let layers: [Int]
  /// The axes of the histograms; empty where each has what its weights fill.
  private let extents: [Extent]

  /// Makes it of a network.
  ///
  /// - Parameter extents: The axes of the histograms, as ``commonExtents(of:)`` has them.
  package init(of network: Network, over extents: [Extent] = []) {
    self.network = network
    self.extents = extents
    layers = network.layers.indices.filter { network.parameters[$0]["kernel"] != nil }.ends()
  }

  /// The histograms, side by side.
  package var grid: ChartGrid {
    let parameters = layers.map { LayerWeights($0, "kernel", of: network) }
    return ChartGrid(
      charts: parameters.enumerated().map { place, weights in
        .histogram(weights.histogram(over: place < extents.count ? extents[place] : nil))
      },
      caption: parameters.map(\.caption).joined(separator: " · "))
  }

  /// One axis for each layer over all networks, so that one sees whose weights are smaller; none
  /// where the networks differ in how many layers with weights they have.
  package static func commonExtents(of networks: [Network]) -> [Extent] {
    let charts = networks.map { WeightCharts(of: $0) }
    guard let count = charts.first?.layers.count, charts.allSatisfy({ $0.layers.count == count })
    else { return [] }
    return (0..<count).map { place in
      Extent(
        covering: charts.flatMap { LayerWeights($0.layers[place], "kernel", of: $0.network).values }
      )
    }
  }
}
