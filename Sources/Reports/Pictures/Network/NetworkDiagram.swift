package import Charts
import Datasets
package import Networks
import TensorEngine
package import Workbench

/// A network as a diagram of its units, and which of them successive steps leave out.
package struct NetworkDiagram {
  private let network: Network
  private let data: DataInHand?

  /// Makes it of a network.
  ///
  /// - Parameter data: The data whose features and classes name the units at both ends, where it
  ///   fits.
  package init(of network: Network, on data: DataInHand?) {
    self.network = network
    self.data = data
  }

  /// The whole network.
  package var chart: DiagramChart {
    let sizes =
      [network.inputShape]
      + zip(network.layers, network.summaries).filter { $0.0.unitLinks != nil }
      .map(\.1.outputShape)
    let path = sizes.count > 9 ? sizes.prefix(4) + sizes.suffix(4) : sizes[...]
    var words = path.map(\.description)
    if sizes.count > 9 { words.insert("…", at: 4) }
    return DiagramChart(
      title: network.name == "network" ? nil : network.name, columns: columns(),
      caption: "\(Wording.count(network.layers.count, "layer")) · "
        + "\(words.joined(separator: " -> ")) · "
        + Wording.count(network.parameterCount, "parameter"))
  }

  /// The network in each of some steps, with the units that it drops there crossed out.
  package func grid(of steps: [MaskedStep]) -> ChartGrid {
    let charts = steps.map { step in
      Chart.diagram(
        DiagramChart(
          title: "step \(step.number), example \(step.example + 1)",
          columns: columns(masks: step.masks), crossedOutName: "dropped in this step"))
    }
    return ChartGrid(charts: charts, caption: caption(of: steps))
  }

  /// "#2 dropout 0.3 drops of 8: 3 in step 61, 2 in step 62, 4 in step 63 · each example has a mask
  /// of its own"
  private func caption(of steps: [MaskedStep]) -> String {
    network.layers.indices.filter { network.layers[$0] is Dropout }.map { index in
      let counts = steps.map { step -> String in
        let dropped = step.masks[index]?.count { $0 == 0 } ?? 0
        return "\(NumberText.count(dropped)) in step \(step.number)"
      }
      let width = steps.first?.masks[index]?.count ?? 0
      return "\(network.title(of: index)) drops of \(NumberText.count(width)): "
        + counts.joined(separator: ", ")
    }.joined(separator: " · ") + " · each example has a mask of its own"
  }

  /// The input and every layer that has units of its own; other layers stand over the units that
  /// they work on.
  private func columns(masks: [[Float]?] = []) -> [DiagramChart.Column] {
    let isFitting = data?.examples.inputShape == network.inputShape
    let features = isFitting ? data?.dataset.featureNames ?? [] : []
    var columns = [
      column(["input", size(network.inputShape)], network.inputShape, labels: features)
    ]
    for (index, layer) in network.summaries.enumerated() {
      switch network.layers[index].unitLinks {
      case .all: columns.append(column(heading(of: layer), layer.outputShape))
      case .one: columns.append(column(heading(of: layer), layer.outputShape, link: .one))
      case nil:
        columns[columns.count - 1].heading.append("#\(layer.number) \(layer.title)")
      }
      let last = columns.count - 1
      if index < masks.count, let mask = masks[index], mask.count == columns[last].count {
        columns[last].crossedOut = mask.map { $0 == 0 }
      }
    }
    let names = isFitting ? data?.dataset.classNames ?? [] : []
    if columns[columns.count - 1].count == names.count, columns.count > 1 {
      columns[columns.count - 1].labels = names
    }
    return columns
  }

  private func column(
    _ heading: [String], _ shape: Shape, labels: [String] = [],
    link: DiagramChart.Column.Link = .all
  ) -> DiagramChart.Column {
    let isImage = shape.dimensions.count == 3
    let count = isImage ? shape.last : shape.count
    return DiagramChart.Column(
      heading, count: count, outline: isImage ? .square : .round,
      labels: labels.count == count ? labels : [], link: link)
  }

  /// "#1 dense", "8 tanh"
  private func heading(of layer: LayerSummary) -> [String] {
    let rest = layer.positionalText
    return ["#\(layer.number) \(layer.kind)"] + (rest.isEmpty ? [] : [rest])
  }

  /// "784", "28 x 28"
  private func size(_ shape: Shape) -> String {
    shape.dimensions.count == 3
      ? "\(shape.dimensions[0]) x \(shape.dimensions[1])" : shape.description
  }
}
