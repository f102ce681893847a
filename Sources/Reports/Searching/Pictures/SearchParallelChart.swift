package import Charts
import Tuning
import Workbench

/// The trials of a search as lines over upright axes, one for each setting and one for what came of
/// them.
package enum SearchParallelChart {
  /// How many trials are drawn as lines; of the others the places alone.
  private static let mostLines = 5

  /// The picture: each axis goes from its least to its greatest value.
  package static func chart(_ trials: JudgedTrials) -> LineChart {
    let scales = trials.columns.map { column in
      Extent(covering: trials.places.compactMap { column.values[$0].map(column.place) })
    }
    let ends = Extent(covering: trials.places.map { trials.scores[$0] })
    func points(of place: Int) -> [Point] {
      let settings = zip(trials.columns, scales).enumerated().compactMap { index, axis in
        axis.0.values[place].map {
          Point(Double(index + 1), axis.1.fraction(of: axis.0.place(of: $0)))
        }
      }
      return settings
        + [Point(Double(trials.columns.count + 1), ends.fraction(of: trials.scores[place]))]
    }
    let score = SearchScore(trials.study)
    let best = trials.study.order.prefix(mostLines)
    let lines = best.map { place in
      LineChart.Series(
        "trial \(place + 1), \(score.text(trials.scores[place]))", points: points(of: place))
    }
    let others = trials.places.filter { !best.contains($0) }.flatMap(points)
    return LineChart(
      title: "the best trials of the search",
      xAxis: Axis("axis", extent: Extent(1, Double(trials.columns.count + 1))),
      yAxis: Axis("share of the axis", format: .percent, extent: Extent(0, 1)),
      series: lines
        + (others.isEmpty ? [] : [LineChart.Series("others", points: others, style: .points)]),
      caption: trials.size.joined(separator: " · "))
  }

  /// What each axis is: "axis 1: rate from 0.0001 to 1, by powers of ten; axis 2: units from 4 to 64".
  package static func remark(_ trials: JudgedTrials) -> String {
    let score = SearchScore(trials.study)
    let settings = trials.columns.enumerated().map { index, column in
      "axis \(index + 1): \(column.name) \(ends(of: column, trials))"
    }
    let values = trials.places.map { trials.scores[$0] }
    let last =
      "axis \(trials.columns.count + 1): \(trials.study.criterion.title) from "
      + "\(score.text(values.min() ?? 0)) to \(score.text(values.max() ?? 0))"
    return (settings + [last]).joined(separator: "; ")
  }

  private static func ends(of column: StudyColumn, _ trials: JudgedTrials) -> String {
    let values = trials.places.compactMap { column.values[$0] }
    guard column.choices.isEmpty, let least = values.min(), let most = values.max() else {
      return "from below " + column.choices.joined(separator: ", ")
    }
    let text = "from \(NumberText.significant(least)) to \(NumberText.significant(most))"
    return text + (column.isLogarithmic ? ", by powers of ten" : "")
  }
}
