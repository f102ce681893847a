package import Charts
import Tuning
package import Workbench

/// What the trials of a search came to over two of its settings, and what that says of the settings
/// between them.
package enum SearchContourChart {
  /// The picture of two settings that are numbers.
  ///
  /// A place between the trials has the mean of what all came to, each weighed by one over its
  /// squared distance, where both settings are as long as they were tried.
  ///
  /// **Source**: Shepard, "A two-dimensional interpolation function for irregularly-spaced data",
  /// 1968.
  package static func chart(
    _ x: StudyColumn, _ y: StudyColumn, _ trials: JudgedTrials
  ) -> SurfaceChart {
    let places = trials.places.compactMap { place -> (point: Point, score: Double)? in
      guard let across = x.values[place], let up = y.values[place] else { return nil }
      return (Point(x.place(of: across), y.place(of: up)), trials.scores[place])
    }
    let width = Extent(covering: places.map(\.point.x), margin: 0.05)
    let height = Extent(covering: places.map(\.point.y), margin: 0.05)
    let grid = SampleGrid(x: width, y: height, width: 60, height: 32)
    let values = grid.points.map { point in
      weighted(places, at: point, unit: (width.length, height.length))
    }
    var marks: [SurfaceChart.Mark] = []
    if let best = trials.study.best, let across = x.values[best.number - 1],
      let up = y.values[best.number - 1]
    {
      marks.append(
        SurfaceChart.Mark(
          "X", "the best, trial \(best.number)", at: Point(x.place(of: across), y.place(of: up))))
    }
    var chart = SurfaceChart(
      title: "\(trials.study.criterion.title) over \(x.name) and \(y.name)", xAxis: axis(x),
      yAxis: axis(y), grid: grid, values: values, valueAxis: trials.axis,
      path: places.map(\.point), pathName: "trial", marks: marks, aspect: .free,
      caption: (trials.size
        + ["between the trials: their mean, weighed by one over the squared distance"])
        .joined(separator: " · "))
    chart.isWay = false
    return chart
  }

  private static func axis(_ column: StudyColumn) -> Axis {
    Axis(column.name, unit: column.isLogarithmic ? "powers of ten" : nil)
  }

  private static func weighted(
    _ places: [(point: Point, score: Double)], at point: Point, unit: (x: Double, y: Double)
  ) -> Double {
    var (sum, weights) = (0.0, 0.0)
    for place in places {
      let across = (place.point.x - point.x) / unit.x
      let up = (place.point.y - point.y) / unit.y
      let weight = 1 / (across * across + up * up + 1e-6)
      sum += weight * place.score
      weights += weight
    }
    return sum / weights
  }
}
