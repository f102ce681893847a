package import Charts
import Datasets
import TensorEngine
package import Workbench

/// The training examples as points: by their class, or a target over its feature.
package enum DataChart {
  /// The points of two features and a class, or of a feature and a value; nil for other data.
  package static func chart(of data: DataInHand) -> ScatterChart? {
    switch data.dataset.isImages ? data.examples.featureCount : data.dataset.columnNames.count {
    case 2: classes(of: data)
    case 1: values(of: data)
    default: nil
    }
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
    var watch = InterruptionWatch()
    for row in rows {
      if watch.isAsked() { return nil }
      let input = data.dataset.columns(ofRow: Int(row))
      groups[Int(classes[Int(row)])].append(Point(input[0], input[1]))
    }
    let counts = zip(data.dataset.classNames, groups).map { "\($1.count) of class \($0)" }
    return ScatterChart(
      title: data.dataset.name, xAxis: Axis(data.dataset.columnNames[0]),
      yAxis: Axis(data.dataset.columnNames[1]),
      groups: zip(data.dataset.classNames, groups).map { .init("class \($0)", points: $1) },
      caption: "\(amount(rows, of: data)): "
        + counts.joined(separator: ", "))
  }

  private static func values(of data: DataInHand) -> ScatterChart? {
    guard case .values = data.examples.targets else {
      return nil
    }
    let values = data.dataset.targetNumbers
    let rows = data.rows(of: .training)
    let points = rows.mapUntilCalledOff(else: Point(0, 0)) { row in
      Point(data.dataset.columns(ofRow: Int(row))[0], values[Int(row)])
    }
    let targets = points.map(\.y)
    let ends = NumberText.apart([targets.min() ?? 0, targets.max() ?? 0], digits: 3)
    return ScatterChart(
      title: data.dataset.name, xAxis: Axis(data.dataset.columnNames[0]),
      yAxis: Axis(data.dataset.targetName),
      groups: [.init(data.dataset.exampleNoun, points: points)], aspect: .free,
      caption: "\(amount(rows, of: data)), "
        + "\(data.dataset.targetName) from \(ends[0]) to \(ends[1])")
  }
}
