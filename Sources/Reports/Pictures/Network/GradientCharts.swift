package import Charts
package import Networks

/// How strongly the loss of a batch pulls at the weights of each layer.
package struct GradientCharts {
  private let kernels: [KernelGradient]
  private let network: Network
  private let batch: String

  /// Makes it of the gradients of a batch.
  ///
  /// - Parameter batch: What the batch is called: "the batch in hand".
  package init(_ kernels: [KernelGradient], of network: Network, batch: String) {
    self.kernels = kernels
    self.network = network
    self.batch = batch
  }

  /// A histogram for each layer, side by side; of deep networks for the first and the last ones.
  package var grid: ChartGrid {
    ChartGrid(
      charts: kernels.ends(last: 2).map { .histogram(histogram($0)) },
      caption: "\(batch): "
        + kernels.endTexts(last: 2, caption).joined(separator: " · "))
  }

  /// Whether the gradient fades or grows on its way back through the layers; nil of one.
  package var depth: LineChart? {
    guard kernels.count > 1 else { return nil }
    let points = kernels.map { Point(Double($0.layer + 1), $0.size) }
    return LineChart(
      title: "gradients over depth", xAxis: Axis("layer"),
      yAxis: Axis("size", scale: DepthText.scale(points)),
      series: [.init("root mean square of a layer's gradient", points: points)],
      caption: DepthText.caption("gradient", points.reversed(), goes: "towards the input"))
  }

  private func histogram(_ kernel: KernelGradient) -> Histogram {
    let count = kernel.elements.count
    return Histogram(
      title: "\(network.label(of: kernel.layer)): \(NumberText.count(kernel.zeroCount)) of "
        + "\(NumberText.count(count)) exactly 0",
      xAxis: Axis("gradient"), values: kernel.elements.map { Double($0) },
      bins: Histogram.bins(of: count))
  }

  private func caption(_ kernel: KernelGradient) -> String {
    "\(network.label(of: kernel.layer)) \(NumberText.significant(kernel.size, digits: 3))"
  }
}
