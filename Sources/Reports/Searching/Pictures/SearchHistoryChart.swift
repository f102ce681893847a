package import Charts
import Tuning
import Workbench

/// What the trials of a search came to, in their order, and the best of them so far.
package enum SearchHistoryChart {
  /// The picture of a study, at least one of whose trials was judged.
  package static func chart(_ trials: JudgedTrials) -> LineChart {
    var series = [
      LineChart.Series("best so far", points: best(trials)),
      LineChart.Series("trial", points: points(trials, stopped: false), style: .points),
    ]
    let stopped = points(trials, stopped: true)
    if !stopped.isEmpty {
      series.append(LineChart.Series("stopped", points: stopped, style: .points))
    }
    return LineChart(
      title: "trials of the search", xAxis: Axis("trial"), yAxis: trials.axis, series: series,
      caption: trials.size.joined(separator: " · "))
  }

  private static func points(_ trials: JudgedTrials, stopped: Bool) -> [Point] {
    trials.places(stopped: stopped).map { Point(Double($0 + 1), trials.scores[$0]) }
  }

  /// The best of the trials that were done, from the first of them to the last trial.
  private static func best(_ trials: JudgedTrials) -> [Point] {
    let done = Set(trials.places(stopped: false))
    var best: Double?
    return trials.study.trials.indices.compactMap { place in
      if done.contains(place) {
        let score = trials.scores[place]
        let isBetter = best.map { trials.study.criterion.isLessBetter ? score < $0 : score > $0 }
        if isBetter ?? true { best = score }
      }
      return best.map { Point(Double(place + 1), $0) }
    }
  }
}
