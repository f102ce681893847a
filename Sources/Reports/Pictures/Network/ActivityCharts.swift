package import Charts
package import Networks
package import TensorEngine
import Workbench

/// What comes out of each layer for some examples, and whether units are saturated or dead.
package struct ActivityCharts {
  /// The most values of a histogram.
  private static let mostValues = 20_000

  private let network: Network
  private let outputs: [Tensor]
  /// The layers that have units of their own; all of them where none has.
  private let layers: [LayerActivity]
  private let about: String

  /// Makes it of what the layers gave.
  ///
  /// - Parameters:
  ///   - outputs: What each layer of the network gave: `[N, …, units]`.
  ///   - count: How many examples it was asked.
  ///   - split: The split that they are of.
  package init(_ outputs: [Tensor], of network: Network, count: Int, split: String) {
    self.network = network
    self.outputs = outputs
    let all = outputs.indices.map {
      LayerActivity(layer: $0, outputs: outputs[$0], activation: network.madeBy($0))
    }
    let active = all.filter {
      $0.activation != nil || !network.parameters[$0.layer].names.isEmpty
    }
    layers = active.isEmpty ? all : active
    about = Wording.count(count, split + " example")
  }

  /// A histogram for each layer, side by side; of deep networks for the first and the last ones.
  package var grid: ChartGrid {
    ChartGrid(
      charts: layers.ends(last: 2).map { .histogram(histogram($0)) },
      caption: "\(about): "
        + layers.endTexts(last: 2, caption).joined(separator: " · "))
  }

  /// Whether the signal fades or grows on its way through the layers; nil of two or fewer.
  package var depth: LineChart? {
    guard layers.count > 2 else { return nil }
    let points = layers.map { Point(Double($0.layer + 1), $0.spread) }
    return LineChart(
      title: "outputs over depth", xAxis: Axis("layer"),
      yAxis: Axis("spread", scale: DepthText.scale(points)),
      series: [.init("spread of an output over the examples", points: points)],
      caption: DepthText.caption("spread", points, goes: "towards the output"))
  }

  private func histogram(_ activity: LayerActivity) -> Histogram {
    let outputs = outputs[activity.layer]
    let step = max(1, outputs.count / Self.mostValues)
    let values = stride(from: 0, to: outputs.count, by: step).map { Double(outputs.elements[$0]) }
    let words = [network.label(of: activity.layer), activity.activation?.rawValue]
    return Histogram(
      title: words.compactMap(\.self).joined(separator: " ")
        + (verdict(activity).map { ": \($0)" } ?? ""),
      xAxis: Axis("output"), values: values, bins: Histogram.bins(of: values.count))
  }

  /// "12.0% saturated", "3 of 8 units dead"; nil for an activation that knows neither.
  private func verdict(_ activity: LayerActivity) -> String? {
    if let share = activity.saturatedShare { return "\(NumberText.percent(share)) saturated" }
    guard activity.activation?.canDie == true else { return nil }
    return "\(activity.silentUnits) of \(Wording.count(activity.units, "unit")) dead"
  }

  /// "#1 dense relu: mean 0.31, spread 0.42, 52.0% zeros, 0 of 8 units dead"
  private func caption(_ activity: LayerActivity) -> String {
    var parts = [
      "\(network.label(of: activity.layer)): mean \(text(activity.mean))",
      "spread \(text(activity.spread))",
    ]
    if activity.activation?.canDie == true {
      parts.append("\(NumberText.percent(activity.zeroShare)) zeros")
    }
    if let verdict = verdict(activity) { parts.append(verdict) }
    return parts.joined(separator: ", ")
  }

  private func text(_ value: Double) -> String { NumberText.significant(value, digits: 3) }
}
