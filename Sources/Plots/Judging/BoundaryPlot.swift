import Charts
import Commands
import Datasets
import Language
import Networks
import TensorEngine
import Workbench

/// `plot boundary`: which class the network gives to each place, with the points on it.
enum BoundaryPlot {
  static let plot = Plot(name: "boundary") { (execution, arguments) throws(Diagnostic) in
    let data = try execution.data(for: arguments)
    try check(data, at: arguments.command.range)
    let network = try execution.network(for: arguments, fitting: data).network
    do throws(NetworkError) {
      return .regions(try chart(network, data, title: nil, pool: execution.settings.pool))
    } catch {
      throw Wording.diagnostic(for: error, in: arguments.command, at: arguments.command.range)
    }
  }

  /// Refuses data that has no plane to draw.
  static func check(_ data: DataInHand, at range: SourceRange) throws(Diagnostic) {
    guard data.isClassification, data.examples.featureCount == 2, !data.dataset.isImages else {
      throw Diagnostic(
        "a boundary is drawn for 2 features and classes", at: range,
        hints: ["data circles, data moons and data spirals have them"])
    }
  }

  /// The picture of one network over the training points.
  static func chart(
    _ network: Network, _ data: DataInHand, title: String?, pool: ThreadPool
  ) throws(NetworkError) -> RegionChart {
    try network.checkOutputs(fit: data.examples)
    let rows = data.rows(of: .training)
    let points = rows.map { data.examples.rawInput(at: Int($0)) }
    let grid = SampleGrid(
      x: Extent(covering: points.map { Double($0[0]) }, margin: 0.1),
      y: Extent(covering: points.map { Double($0[1]) }, margin: 0.1))
    let features = grid.points.flatMap { [Float($0.x), Float($0.y)] }
    let field = try choices(network, data.unlabelled(features), pool)
    let predicted = try choices(network, data.examples, rows: rows, pool)
    var marked: [ClassPoint] = []
    for (index, row) in rows.enumerated() {
      guard case .classes(let classes, _) = data.examples.targets else { break }
      let truth = Int(classes[Int(row)])
      marked.append(
        .init(
          Double(points[index][0]), Double(points[index][1]), classIndex: truth,
          isMisclassified: predicted[index].index != truth))
    }
    return RegionChart(
      title: title, xAxis: Axis(data.dataset.featureNames[0]),
      yAxis: Axis(data.dataset.featureNames[1]), grid: grid, classes: field.map(\.index),
      confidences: field.map(\.probability),
      classNames: data.dataset.classNames.map { "class \($0)" }, points: marked,
      caption: caption(marked, data))
  }

  private static func choices(
    _ network: Network, _ examples: Examples?, rows: [Int32]? = nil, _ pool: ThreadPool
  ) throws(NetworkError) -> [(index: Int, probability: Double)] {
    guard let examples else { return [] }
    let rows = rows ?? (0..<Int32(examples.count)).map { $0 }
    let outputs = try network.predict(examples, rows: rows, pool: pool)
    let width = max(1, outputs.elements.count / max(1, rows.count))
    return rows.indices.map {
      Prediction.choice(
        outputs.elements[$0 * width..<($0 + 1) * width], threshold: network.decisionThreshold)
    }
  }

  private static func caption(_ points: [ClassPoint], _ data: DataInHand) -> String {
    let wrong = points.count { $0.isMisclassified }
    let share = NumberText.percent(Double(wrong) / Double(max(1, points.count)), places: 1)
    return "\(wrong) of \(points.count) training \(data.dataset.noun(for: points.count)) "
      + "on the wrong side (\(share))"
  }
}
