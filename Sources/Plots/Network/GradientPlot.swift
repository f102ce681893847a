import Charts
import Commands
import Datasets
import Language
import Networks
import TensorEngine
import Workbench

/// `plot gradients`: how strongly the loss of a batch pulls at the weights of each layer.
enum GradientPlot {
  static let plot = Plot(named: "gradients") {
    (execution, arguments) throws(Diagnostic) in
    let data = try execution.data(for: arguments)
    let hand = try execution.network(for: arguments, fitting: data)
    let (pass, name) = try pass(execution, arguments, hand, data)
    let network = hand.network
    let kernels = kernels(of: network, pass.gradients)
    guard !kernels.isEmpty else {
      throw Diagnostic(
        "no layer learns, so there are no gradients", at: arguments.command.range,
        hints: ["unfreeze all lets frozen layers learn again"])
    }
    let shown = PlotLayer.ends(of: kernels)
    var blocks: [Block] = [
      .grid(
        ChartGrid(
          charts: shown.map { .histogram(histogram($0, of: network)) },
          caption: "\(name): "
            + kernels.map { caption($0, of: network) }.joined(separator: " · ")))
    ]
    if kernels.count > 1 { blocks.append(.chart(.line(depth(kernels)))) }
    return blocks
  }

  /// The gradient of the kernel of a layer.
  private struct KernelGradient {
    var layer: Int
    var elements: [Float]

    /// The root of the mean square.
    var size: Double {
      (elements.map { Double($0) * Double($0) }.laneSum / Double(max(1, elements.count)))
        .squareRoot()
    }

    var zeros: Int { elements.count { $0 == 0 } }
  }

  /// The batch in hand if it was taken back, else the next batch of the coming epoch.
  private static func pass(
    _ execution: Execution, _ arguments: Arguments, _ hand: NetworkInHand, _ data: DataInHand
  ) throws(Diagnostic) -> (pass: BatchPass, name: String) {
    if let batch = hand.batch, batch.pass.gradients != nil {
      return (batch.pass, "the batch in hand")
    }
    let trainer = SideTraining.trainer(of: hand, on: data, execution)
    let rows = trainer.batch(0)
    let pass = try execution.asking(arguments) { () throws(NetworkError) in
      try trainer.pass(rows: rows, goesBack: true)
    }
    return (pass, "the next batch, \(Wording.count(rows.count, "example"))")
  }

  private static func kernels(
    of network: Network, _ gradients: BackwardPass?
  ) -> [KernelGradient] {
    network.layers.indices.compactMap { index in
      let parameters = network.parameters[index]
      guard let place = parameters.names.firstIndex(of: "kernel"), !parameters.isFrozen,
        let tensors = gradients?.parameters[index], place < tensors.count
      else { return nil }
      return KernelGradient(layer: index, elements: tensors[place].elements)
    }
  }

  private static func histogram(
    _ kernel: KernelGradient, of network: Network
  ) -> Histogram {
    Histogram(
      title: "\(PlotLayer.name(kernel.layer, of: network)): "
        + "\(NumberText.count(kernel.zeros)) of \(NumberText.count(kernel.elements.count)) exactly 0",
      xAxis: Axis("gradient"), values: kernel.elements.map { Double($0) },
      bins: PlotLayer.bins(kernel.elements.count))
  }

  private static func caption(_ kernel: KernelGradient, of network: Network) -> String {
    "\(PlotLayer.name(kernel.layer, of: network)) "
      + NumberText.significant(kernel.size, digits: 3)
  }

  private static func depth(_ kernels: [KernelGradient]) -> LineChart {
    let points = kernels.map { Point(Double($0.layer + 1), $0.size) }
    return LineChart(
      title: "gradients over depth", xAxis: Axis("layer"),
      yAxis: Axis("size", scale: DepthText.scale(points)),
      series: [.init("root mean square of a layer's gradient", points: points)],
      caption: DepthText.caption("gradient", points.reversed(), goes: "towards the input"))
  }
}
