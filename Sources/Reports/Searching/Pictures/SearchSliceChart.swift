package import Charts
import Tuning
package import Workbench

/// What the trials of a search came to over one of its settings.
package enum SearchSliceChart {
  /// The picture of a setting: points over its numbers, or a bar for the mean of each of its choices.
  package static func chart(of column: StudyColumn, _ trials: JudgedTrials) -> Chart {
    column.choices.isEmpty
      ? .line(points(of: column, trials)) : .bars(bars(of: column, trials))
  }

  private static func points(of column: StudyColumn, _ trials: JudgedTrials) -> LineChart {
    func series(_ name: String, _ places: [Int]) -> LineChart.Series? {
      let points = places.compactMap { place in
        column.values[place].map { Point($0, trials.scores[place]) }
      }
      return points.isEmpty ? nil : LineChart.Series(name, points: points, style: .points)
    }
    let best = trials.study.best.map { [$0.number - 1] } ?? []
    let done = trials.places(stopped: false).filter { !best.contains($0) }
    return LineChart(
      title: "trials of the search over \(column.name)",
      xAxis: Axis(column.name, scale: column.isLogarithmic ? .logarithmic : .linear),
      yAxis: trials.axis,
      series: [
        series("trial", done), series("stopped", trials.places(stopped: true)),
        series("the best, trial \(best.first.map { $0 + 1 } ?? 0)", best),
      ].compactMap(\.self), caption: caption(of: column, trials))
  }

  private static func bars(of column: StudyColumn, _ trials: JudgedTrials) -> BarChart {
    let score = SearchScore(trials.study)
    let bars = column.choices.enumerated().map { choice, name in
      let values = trials.places(stopped: false).filter { column.values[$0] == Double(choice) }
        .map { trials.scores[$0] }
      guard !values.isEmpty else { return BarChart.Bar(name, .nan, text: "none done") }
      let mean = Spread(values).mean
      return BarChart.Bar(name, mean, text: score.text(mean))
    }
    return BarChart(
      title: "mean \(trials.study.criterion.title) over \(column.name)", bars: bars,
      format: trials.axis.format,
      caption: ([caption(of: column, trials)] + bests(of: column, trials)).joined(separator: " · "))
  }

  /// "relu: the best of 13 trials 3.3%", for each choice.
  private static func bests(of column: StudyColumn, _ trials: JudgedTrials) -> [String] {
    let score = SearchScore(trials.study)
    return column.choices.enumerated().compactMap { choice, name in
      let values = trials.places(stopped: false).filter { column.values[$0] == Double(choice) }
        .map { trials.scores[$0] }
      let best = trials.study.criterion.isLessBetter ? values.min() : values.max()
      return best.map { "\(name): the best of \(NumberText.count(values.count)) \(score.text($0))" }
    }
  }

  /// How many different values the trials have tried of it, which is more where they are drawn than
  /// where they stand on a grid.
  private static func caption(of column: StudyColumn, _ trials: JudgedTrials) -> String {
    let values = Set(trials.places.compactMap { column.values[$0] }).count
    let noun = values == 1 ? "value" : "values"
    return
      (trials.size.prefix(1) + ["\(NumberText.count(values)) \(noun) of \(column.name)"]
      + trials.size.dropFirst()).joined(separator: " · ")
  }
}
