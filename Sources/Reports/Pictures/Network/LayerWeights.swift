import Charts
import Networks
import TensorEngine

/// The values of one parameter of a layer, as a histogram and in words.
struct LayerWeights {
  let values: [Double]
  private let what: String
  private let axisTitle: String
  private let zeros: Int

  /// Takes a parameter of a layer by its name; none of its values where the layer has it not.
  init(_ index: Int, _ name: String, of network: Network) {
    values = network.parameters[index][name]?.elements.map { Double($0) } ?? []
    what = name == "kernel" ? network.label(of: index) : name
    axisTitle = name == "kernel" ? "weight" : name
    zeros = values.count { $0 == 0 }
  }

  /// How often values of a size occur, over what they fill or a wider extent.
  func histogram(over extent: Extent? = nil) -> Histogram {
    Histogram(
      title: "\(what): \(NumberText.count(zeros)) of \(NumberText.count(values.count)) exactly 0",
      xAxis: Axis(axisTitle, extent: extent), values: values,
      bins: Histogram.bins(of: values.count))
  }

  /// "#1 dense: mean 0.0123, deviation 0.523, largest 1.20, 3 of 16 exactly 0"
  var caption: String {
    let count = Double(max(1, values.count))
    let mean = values.laneSum / count
    let deviation = (values.map { ($0 - mean) * ($0 - mean) }.laneSum / count).squareRoot()
    let largest = values.reduce(0) { max($0, $1.magnitude) }
    return "\(what): mean \(text(mean)), deviation \(text(deviation)), largest \(text(largest)), "
      + "\(NumberText.count(zeros)) of \(NumberText.count(values.count)) exactly 0"
  }

  private func text(_ value: Double) -> String { NumberText.significant(value, digits: 3) }
}
