import Charts
import Commands
import Datasets
import Language
import TensorEngine
import Workbench

/// `plot data`: points by their class, a target over its feature, or a sheet of images.
enum DataPlot {
  static let plot = Plot(named: "data", options: ["list"]) {
    (execution, arguments) throws(Diagnostic) in
    let data = try execution.data(for: arguments)
    let features = data.examples.featureCount
    let range = arguments.command.range
    let count = try arguments.count("list")
    if data.dataset.isImages { return [.grid(ImageSheet(data, count: count).grid)] }
    if count != nil {
      throw Diagnostic(
        "list= is for images: of this data plot data draws every point",
        at: arguments.range(of: "list"))
    }
    let chart =
      switch features {
      case 2: classes(of: data)
      case 1: values(of: data)
      default: nil as ScatterChart?
      }
    guard let chart else {
      throw Diagnostic(
        "plot data draws 2 features and a class, or 1 feature and a value; the data has "
          + Wording.count(features, "feature"), at: range,
        hints: ["show data lists them in numbers"])
    }
    return [.chart(.scatter(chart))]
  }

  /// "240 training points", or "400 points" while nothing is set aside.
  private static func amount(_ rows: [Int32], of data: DataInHand) -> String {
    let kind = rows.count < data.examples.count ? "training " : ""
    return "\(rows.count) \(kind)\(data.dataset.noun(for: rows.count))"
  }

  private static func classes(of data: DataInHand) -> ScatterChart? {
    guard case .classes(let classes, let count) = data.examples.targets else {
      return nil
    }
    var groups = [[Point]](repeating: [], count: count)
    let rows = data.rows(of: .training)
    for row in rows {
      let input = data.examples.rawInput(at: Int(row))
      groups[Int(classes[Int(row)])].append(Point(Double(input[0]), Double(input[1])))
    }
    let counts = zip(data.dataset.classNames, groups).map { "\($1.count) of class \($0)" }
    return ScatterChart(
      title: data.dataset.name, xAxis: Axis(data.dataset.featureNames[0]),
      yAxis: Axis(data.dataset.featureNames[1]),
      groups: zip(data.dataset.classNames, groups).map { .init("class \($0)", points: $1) },
      caption: "\(amount(rows, of: data)): "
        + counts.joined(separator: ", "))
  }

  private static func values(of data: DataInHand) -> ScatterChart? {
    guard case .values(let values, _) = data.examples.targets else {
      return nil
    }
    let rows = data.rows(of: .training)
    let points = rows.map { row in
      Point(Double(data.examples.rawInput(at: Int(row))[0]), Double(values[Int(row)]))
    }
    let targets = points.map(\.y)
    let least = NumberText.significant(targets.min() ?? 0, digits: 3)
    let greatest = NumberText.significant(targets.max() ?? 0, digits: 3)
    return ScatterChart(
      title: data.dataset.name, xAxis: Axis(data.dataset.featureNames[0]),
      yAxis: Axis(data.dataset.targetName),
      groups: [.init(data.dataset.exampleNoun, points: points)], aspect: .free,
      caption: "\(amount(rows, of: data)), "
        + "\(data.dataset.targetName) from \(least) to \(greatest)")
  }
}
