package import Charts
import Networks

/// What every threshold would give, class by class.
package enum RankingCharts {
  /// The most points of a curve.
  private static let pointLimit = 1000

  /// A curve for each class, and where the network decides.
  package static func roc(of classes: [RankedClass], _ part: String) -> LineChart {
    LineChart(
      .roc, title: "ROC, \(part)", xAxis: share("false alarms"), yAxis: share("found"),
      series: classes.map { one in
        .init(one.label, points: thinned(one.curve.points.map { place($0, of: one.curve) }))
      } + [
        .init("as it decides", points: classes.map(\.decision), style: .points),
        .init("chance", points: [Point(0, 0), Point(1, 1)], style: .reference),
      ],
      caption: classes.map { one in
        "\(one.label): AUC \(number(one.curve.area)), finds \(percent(one.decision.y)) with "
          + "\(percent(one.decision.x)) false alarms"
      }.joined(separator: " · "))
  }

  /// The curves of several networks in one picture, with the area under each in the legend.
  package static func roc(
    of networks: [(label: String, classes: [RankedClass])], _ split: String
  ) -> LineChart {
    let all = networks.flatMap { network in
      network.classes.map { one in
        var one = one
        one.label = network.label + (network.classes.count > 1 ? " \(one.label)" : "")
        return one
      }
    }
    var chart = roc(of: all, split)
    for index in all.indices {
      chart.series[index].name += " AUC \(number(all[index].curve.area))"
    }
    return chart
  }

  /// Precision over recall, a curve for each class, and where the network decides.
  package static func precisionRecall(of classes: [RankedClass], _ part: String) -> LineChart {
    LineChart(
      .precisionRecall, title: "precision and recall, \(part)", xAxis: share("recall"),
      yAxis: share("precision"),
      series: classes.map { one in
        let curve = one.curve
        let points = curve.points.dropFirst().map {
          Point(curve.truePositiveRate($0), curve.precision($0))
        }
        return .init(one.label, points: thinned(points))
      } + [
        .init(
          "as it decides",
          points: classes.map { Point($0.recall.value, $0.precision.value) }, style: .points)
      ],
      caption: classes.map { one in
        "\(one.label): average precision \(number(one.curve.averagePrecision)) (chance "
          + "\(number(one.chance))), decides with precision \(percent(one.precision.value)) at "
          + "recall \(percent(one.recall.value))"
      }.joined(separator: " · "))
  }

  private static func place(_ point: RankingCurve.Cut, of curve: RankingCurve) -> Point {
    Point(curve.falsePositiveRate(point), curve.truePositiveRate(point))
  }

  /// At most so many points, the first and the last one among them.
  private static func thinned(_ points: [Point]) -> [Point] {
    guard points.count > pointLimit else { return points }
    return (0..<pointLimit).map { points[$0 * (points.count - 1) / (pointLimit - 1)] }
  }

  private static func share(_ title: String) -> Axis {
    Axis(title, format: .percent, extent: Extent(0, 1))
  }

  private static func percent(_ value: Double) -> String { NumberText.percent(value) }

  private static func number(_ value: Double?) -> String {
    value.map { NumberText.fixed($0, places: 3) } ?? "undefined"
  }
}
