package import Charts
import Datasets
package import Networks
import TensorEngine
package import Workbench

/// Which class a network gives to each place of the plane, with the examples of a split on it.
package struct BoundaryChart {
  /// The places that the network is asked about, a tenth wider than the training examples and those
  /// that are shown.
  package let grid: SampleGrid
  private let data: DataInHand
  private let part: DataInHand.Part
  private let rows: [Int32]
  private let points: [Point]

  /// Makes it of data with two features and classes.
  ///
  /// - Parameter part: The split whose examples are shown.
  package init(of data: DataInHand, on part: DataInHand.Part) {
    self.data = data
    self.part = part
    rows = data.rows(of: part)
    func places(_ rows: [Int32]) -> [Point] {
      rows.mapUntilCalledOff(else: Point(0, 0)) { row in
        let input = data.dataset.columns(ofRow: Int(row))
        return Point(input[0], input[1])
      }
    }
    points = places(rows)
    // The plane of the training examples is a part of every one, so that splits can be compared.
    let all = part == .training ? points : points + places(data.rows(of: .training))
    grid = SampleGrid(
      x: Extent(covering: all.map(\.x), margin: 0.1),
      y: Extent(covering: all.map(\.y), margin: 0.1))
  }

  /// The picture of one network.
  ///
  /// - Parameters:
  ///   - title: What it is called; nil where it is the only one.
  ///   - field: What the network chooses at the places of the grid, row by row from the top.
  ///   - choices: What it chooses for the examples of the split, in their order.
  package func chart(
    title: String?, field: [LikeliestClass], choices: [LikeliestClass]
  ) -> RegionChart {
    let marked = marked(choices)
    return RegionChart(
      title: title, xAxis: Axis(data.dataset.columnNames[0]),
      yAxis: Axis(data.dataset.columnNames[1]), grid: grid, classes: field.map(\.index),
      confidences: field.map(\.probability),
      classNames: data.dataset.classNames.map { "class \($0)" }, points: marked,
      pointsName: "\(part.rawValue) \(data.dataset.exampleNoun)", caption: caption(marked))
  }

  private func marked(_ choices: [LikeliestClass]) -> [ClassPoint] {
    guard case .classes(let classes, _) = data.examples.targets else { return [] }
    let none = ClassPoint(0, 0, classIndex: 0, isMisclassified: false)
    return rows.indices.mapUntilCalledOff(else: none) { index in
      let truth = Int(classes[Int(rows[index])])
      return ClassPoint(
        points[index].x, points[index].y, classIndex: truth,
        isMisclassified: choices[index].index != truth)
    }
  }

  /// "4 of 240 training points on the wrong side (1.7%)"
  private func caption(_ points: [ClassPoint]) -> String {
    let wrong = points.count { $0.isMisclassified }
    let share = NumberText.percent(Double(wrong) / Double(max(1, points.count)), places: 1)
    return "\(wrong) of \(points.count) \(part.rawValue) \(data.dataset.noun(for: points.count)) "
      + "on the wrong side (\(share))"
  }
}
