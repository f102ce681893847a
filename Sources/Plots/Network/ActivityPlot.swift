import Charts
import Commands
import Datasets
import Language
import Networks
import TensorEngine
import Workbench

/// `plot activations validation`: what comes out of each layer, and whether units are saturated or
/// dead.
enum ActivityPlot {
  /// The most examples that are looked at, and roughly the most outputs of all layers together.
  private static let mostExamples = 256
  private static let mostOutputs = 2_000_000
  /// The most values of a histogram.
  private static let mostValues = 20_000

  static let plot = Plot(named: "activations", values: 0...1, example: " validation") {
    (execution, arguments) throws(Diagnostic) in
    let (part, data) = try MeasureReader.part(execution, arguments)
    let network = try execution.network(for: arguments, fitting: data).network
    let rows = rows(of: part, in: data, for: network)
    guard !rows.isEmpty else {
      throw Diagnostic("there are no examples to look at", at: arguments.command.range)
    }
    let outputs = try execution.asking(arguments) { () throws(NetworkError) in
      try network.layerOutputs(data.examples, rows: rows, pool: execution.settings.pool)
    }
    if part == .test { execution.looks.happened = true }
    let all = outputs.indices.map {
      LayerActivity(layer: $0, outputs: outputs[$0], activation: network.madeBy($0))
    }
    let active = all.filter { $0.activation != nil || network.layers[$0.layer].kind == .batchnorm }
    let layers = active.isEmpty ? all : active
    let histograms = PlotLayer.ends(of: layers).map {
      Chart.histogram(histogram($0, outputs[$0.layer], of: network))
    }
    let about = "\(Wording.count(rows.count, part.rawValue + " example"))"
    var blocks: [Block] = [
      .grid(
        ChartGrid(
          charts: histograms,
          caption: about + ": " + layers.map { caption($0, of: network) }.joined(separator: " · ")))
    ]
    if layers.count > 2 { blocks.append(.chart(.line(depth(layers)))) }
    return blocks
  }

  /// Examples spread evenly over a split: all of them, or as many as can be looked at at once.
  static func rows(
    of part: DataInHand.Part, in data: DataInHand, for network: Network
  ) -> [Int32] {
    let width = network.summaries.reduce(1) { $0 + min($1.outputShape.count, mostOutputs) }
    return spread(data.rows(of: part), atMost: min(mostExamples, max(8, mostOutputs / width)))
  }

  /// So many of the rows, evenly spread; all of them where there are no more.
  static func spread(_ rows: [Int32], atMost count: Int) -> [Int32] {
    rows.count <= count ? rows : (0..<count).map { rows[$0 * rows.count / count] }
  }

  private static func histogram(
    _ activity: LayerActivity, _ outputs: Tensor, of network: Network
  ) -> Histogram {
    let step = max(1, outputs.count / mostValues)
    let values = stride(from: 0, to: outputs.count, by: step).map { Double(outputs.elements[$0]) }
    let name = PlotLayer.name(activity.layer, of: network)
    let words = [name, activity.activation?.rawValue].compactMap(\.self)
    return Histogram(
      title: words.joined(separator: " ") + (verdict(activity).map { ": \($0)" } ?? ""),
      xAxis: Axis("output"), values: values,
      bins: PlotLayer.bins(values.count))
  }

  /// "12.0% saturated", "3 of 8 units dead"; nil for an activation that knows neither.
  private static func verdict(_ activity: LayerActivity) -> String? {
    if let share = activity.saturatedShare { return "\(NumberText.percent(share)) saturated" }
    guard activity.activation == .relu else { return nil }
    return "\(activity.silentUnits) of \(Wording.count(activity.units, "unit")) dead"
  }

  /// "#1 dense relu: mean 0.31, spread 0.42, 52.0% zeros, 0 of 8 units dead"
  private static func caption(_ activity: LayerActivity, of network: Network) -> String {
    let name = PlotLayer.name(activity.layer, of: network)
    var parts = [
      "\(name): mean \(text(activity.mean))", "spread \(text(activity.spread))",
    ]
    if activity.activation == .relu {
      parts.append("\(NumberText.percent(activity.zeroShare)) zeros")
    }
    if let verdict = verdict(activity) { parts.append(verdict) }
    return parts.joined(separator: ", ")
  }

  /// Whether the signal fades or grows on its way through the layers.
  private static func depth(_ layers: [LayerActivity]) -> LineChart {
    let points = layers.map { Point(Double($0.layer + 1), $0.spread) }
    return LineChart(
      title: "outputs over depth", xAxis: Axis("layer"),
      yAxis: Axis("spread", scale: DepthText.scale(points)),
      series: [.init("spread of an output over the examples", points: points)],
      caption: DepthText.caption("spread", points, goes: "towards the output"))
  }

  private static func text(_ value: Double) -> String {
    NumberText.significant(value, digits: 3)
  }
}

/// What a quantity does over the layers.
enum DepthText {
  /// A ratio beyond this, from one end of the network to the other, is called vanishing or
  /// exploding.
  static let limit = 100.0

  /// Logarithmic where the values span more than a factor of 20, all above 0.
  static func scale(_ points: [Point]) -> Axis.Scale {
    let values = points.map(\.y).filter { $0 > 0 }
    guard values.count == points.count, let least = values.min(), let most = values.max() else {
      return .linear
    }
    return most / least > 20 ? .logarithmic : .linear
  }

  /// "spread 0.61 at layer 1, 0.0021 at layer 8: falls to a 290th towards the output: vanishing"
  ///
  /// - Parameter direction: The way from the first point to the last.
  static func caption(_ what: String, _ points: [Point], goes direction: String) -> String {
    guard let first = points.first, let last = points.last else { return "" }
    let ends =
      "\(what) \(text(first.y)) at layer \(Int(first.x)), \(text(last.y)) at layer "
      + "\(Int(last.x))"
    guard first.y > 0, last.y > 0 else { return ends }
    let ratio = last.y / first.y
    let change =
      ratio < 0.1
      ? "falls to 1/\(times(1 / ratio))"
      : ratio < 1
        ? "falls to \(NumberText.percent(ratio, places: 0))" : "grows \(times(ratio)) times"
    let verdict = ratio * limit < 1 ? ": vanishing" : ratio > limit ? ": exploding" : ""
    return "\(ends): \(change) \(direction)\(verdict)"
  }

  private static func times(_ ratio: Double) -> String {
    ratio < 10 ? NumberText.significant(ratio, digits: 2) : NumberText.fixed(ratio, places: 0)
  }

  private static func text(_ value: Double) -> String {
    NumberText.significant(value, digits: 3)
  }
}
