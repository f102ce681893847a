package import Charts
import Datasets
package import Networks
import TensorEngine
package import Workbench

/// What a regression leaves over, target less prediction, over what it predicts.
package struct ResidualChart {
  /// The most examples that are drawn.
  private static let pointLimit = 500
  /// How many examples each third of the predictions has at least, to be summed up on its own.
  private static let leastOfThird = 5

  private let data: DataInHand
  private let part: DataInHand.Part
  /// For each example of the split what is predicted, and what is left of the target.
  private let points: [Point]

  /// Makes it of what a network answers on a split, a number an example.
  package init(_ predictions: NumberPredictions, on part: DataInHand.Part, of data: DataInHand) {
    self.data = data
    self.part = part
    let targets = data.dataset.targetNumbers
    points = zip(data.rows(of: part), predictions.outputs).map { row, output in
      Point(output, targets[Int(row)] - output)
    }
  }

  /// The picture: a point an example, and a level line where nothing is left over.
  package var chart: LineChart {
    let name = data.dataset.targetName
    let drawn = drawn
    let ends = [points.map(\.x).min() ?? 0, points.map(\.x).max() ?? 0]
    return LineChart(
      .residuals, title: "residuals, \(part.rawValue)", xAxis: Axis("predicted \(name)"),
      yAxis: Axis("\(name) - prediction"),
      series: [
        .init("exact", points: ends.map { Point($0, 0) }, style: .reference),
        .init(
          "\(data.dataset.exampleNoun) (\(NumberText.count(drawn.count)))", points: drawn,
          style: .examples),
      ],
      caption: ([size(drawn: drawn.count)] + figures).joined(separator: " · "))
  }

  /// All points, or some of many: spread evenly over the split, and with those furthest from 0.
  private var drawn: [Point] {
    guard points.count > Self.pointLimit else { return points }
    let thinned = Array(points.indices).thinned(to: Self.pointLimit - 2)
    let ends = [
      points.indices.min { points[$0].y < points[$1].y },
      points.indices.max { points[$0].y < points[$1].y },
    ].compactMap(\.self).filter { !thinned.contains($0) }
    return (thinned + ends).map { points[$0] }
  }

  private func size(drawn: Int) -> String {
    let count = "\(NumberText.count(points.count)) \(data.dataset.noun(for: points.count))"
    return "\(part.rawValue): "
      + (drawn < points.count ? "\(NumberText.count(drawn)) of \(count) drawn" : count)
  }

  /// "mean 1.21, deviation 14.8, from -35.1 to 40.2 · thirds from low to high predictions: mean 3.1,
  /// -2 and 1, deviation 9, 14 and 21"
  private var figures: [String] {
    let finite = points.filter { $0.x.isFinite && $0.y.isFinite }.sorted { $0.x < $1.x }
    guard let least = finite.map(\.y).min(), let most = finite.map(\.y).max() else {
      return ["no prediction is a finite number"]
    }
    let all = Self.figures(of: finite)
    let ends = NumberText.apart([least, most], digits: 3)
    var figures = [
      "residual mean \(text(all.mean)), deviation \(text(all.deviation)), from \(ends[0]) to "
        + ends[1]
    ]
    if finite.count >= 3 * Self.leastOfThird {
      let thirds = (0..<3).map { third in
        Self.figures(of: finite[third * finite.count / 3..<(third + 1) * finite.count / 3])
      }
      figures.append(
        "by thirds of the prediction, low to high: mean \(list(thirds.map(\.mean))), deviation "
          + list(thirds.map(\.deviation)))
    }
    let odd = points.count - finite.count
    if odd > 0 { figures.append("\(NumberText.count(odd)) no finite number") }
    return figures
  }

  /// The mean, and the root of the mean squared distance from it.
  private static func figures(
    of points: some Collection<Point>
  ) -> (mean: Double, deviation: Double) {
    let count = Double(max(1, points.count))
    let mean = points.reduce(0) { $0 + $1.y } / count
    let squares = points.reduce(0) { $0 + ($1.y - mean) * ($1.y - mean) }
    return (mean, (squares / count).squareRoot())
  }

  private func list(_ values: [Double]) -> String {
    let texts = values.map(text)
    return texts.dropLast().joined(separator: ", ") + " and " + (texts.last ?? "")
  }

  private func text(_ value: Double) -> String { NumberText.significant(value, digits: 3) }
}
