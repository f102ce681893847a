import Charts
import Commands
import Datasets
import Language
import Networks
import TensorEngine
import Workbench

/// `plot network`: the network as a diagram. `plot dropout steps=3`: which units successive steps
/// leave out.
enum DiagramPlot {
  static let network = Plot(name: "network") { (execution, arguments) throws(Diagnostic) in
    let network = try PlotLayer.network(execution, arguments).network
    let sizing: [LayerKind] = [.dense, .convolution, .maxPooling, .averagePooling]
    let sizes =
      [network.inputShape]
      + network.summaries.filter { sizing.contains($0.kind) }.map(\.outputShape)
    let path = sizes.count > 9 ? sizes.prefix(4) + sizes.suffix(4) : sizes[...]
    var words = path.map(\.description)
    if sizes.count > 9 { words.insert("…", at: 4) }
    return .diagram(
      DiagramChart(
        title: network.name == "network" ? nil : network.name,
        columns: columns(of: network, execution.state.data),
        caption: "\(Wording.count(network.layers.count, "layer")) · "
          + "\(words.joined(separator: " -> ")) · "
          + Wording.count(network.parameterCount, "parameter")))
  }

  static let dropout = Plot(
    named: "dropout", example: " steps=3", options: ["steps"]
  ) {
    (execution, arguments) throws(Diagnostic) in
    let data = try execution.data(for: arguments)
    let hand = try execution.network(for: arguments, fitting: data)
    guard hand.network.layers.contains(where: { $0.kind == .dropout }) else {
      throw Diagnostic(
        "no layer of the network drops units", at: arguments.command.range,
        hints: ["insert 2 dropout 0.5 puts one behind the first layer"])
    }
    let count = try steps(arguments)
    let trainer = SideTraining.trainer(of: hand, on: data, execution)
    let steps = try execution.asking(arguments) { () throws(NetworkError) in
      try SideTraining.passes(of: trainer, steps: count)
    }
    let charts = steps.map { step in
      Chart.diagram(
        DiagramChart(
          title: "step \(step.number), example \(step.example + 1)",
          columns: columns(of: hand.network, data, masks: step.masks),
          crossedOutName: "dropped in this step"))
    }
    return [.grid(ChartGrid(charts: charts, caption: caption(steps, of: hand.network)))]
  }

  /// How many steps are drawn.
  private static func steps(_ arguments: Arguments) throws(Diagnostic) -> Int {
    guard let value = try arguments.single("steps") else { return 3 }
    return try arguments.count(value, what: "steps", in: 1...12)
  }

  /// "#2 dropout 0.3 drops of 8 in #2: 3 in step 61, 2 in step 62, 4 in step 63, at a rate of 30%"
  private static func caption(_ steps: [SideTraining.Pass], of network: Network) -> String {
    network.layers.indices.filter { network.layers[$0].kind == .dropout }.map { index in
      let counts = steps.map { step -> String in
        let dropped = step.masks[index]?.count { $0 == 0 } ?? 0
        return "\(NumberText.count(dropped)) in step \(step.number)"
      }
      let width = steps.first?.masks[index]?.count ?? 0
      return "\(PlotLayer.title(index, of: network)) drops of \(NumberText.count(width)): "
        + counts.joined(separator: ", ")
    }.joined(separator: " · ") + " · each example has a mask of its own"
  }

  /// The input and every layer that has units of its own; other layers stand over the units that
  /// they work on.
  private static func columns(
    of network: Network, _ data: DataInHand?, masks: [[Float]?] = []
  ) -> [DiagramChart.Column] {
    let isFitting = data?.examples.inputShape == network.inputShape
    let features = isFitting ? data?.dataset.featureNames ?? [] : []
    var columns = [
      column(["input", size(network.inputShape)], network.inputShape, labels: features)
    ]
    for (index, layer) in network.summaries.enumerated() {
      let heading = heading(of: layer)
      switch layer.kind {
      case .dense, .convolution:
        columns.append(column(heading, layer.outputShape))
      case .maxPooling, .averagePooling:
        columns.append(column(heading, layer.outputShape, link: .one))
      case .flatten, .dropout, .activation, .batchnorm, .gaussianNoise:
        columns[columns.count - 1].heading.append(heading.joined(separator: " "))
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

  private static func column(
    _ heading: [String], _ shape: Shape, labels: [String] = [],
    link: DiagramChart.Column.Link = .all
  ) -> DiagramChart.Column {
    let isImage = shape.dimensions.count == 3
    let count = isImage ? shape.last : shape.count
    return DiagramChart.Column(
      heading, count: count, shape: isImage ? .square : .round,
      labels: labels.count == count ? labels : [], link: link)
  }

  /// "#1 dense", "8 tanh"
  private static func heading(of layer: LayerSummary) -> [String] {
    let words = layer.text.split(separator: " ").filter { !$0.contains("=") }.map(String.init)
    let rest = words.dropFirst().joined(separator: " ")
    return ["#\(layer.number) \(words.first ?? "")"] + (rest.isEmpty ? [] : [rest])
  }

  /// "784", "28 x 28"
  private static func size(_ shape: Shape) -> String {
    shape.dimensions.count == 3
      ? "\(shape.dimensions[0]) x \(shape.dimensions[1])" : shape.description
  }
}
