package import Charts
import Tuning
import Workbench

/// What the trials of a search had come to on their way, and where those that were given up ended.
package enum SearchRungsChart {
  /// The picture; nil where nobody looked at a trial before its end.
  package static func chart(_ trials: JudgedTrials) -> LineChart? {
    let all = trials.study.trials
    guard all.contains(where: { $0.curve.count > 1 || $0.stop != nil }) else { return nil }
    let best = trials.study.best
    let others = trials.places.filter { all[$0].number != best?.number }
    var series: [LineChart.Series] = []
    if let best {
      series.append(LineChart.Series("the best, trial \(best.number)", points: points(of: best)))
    }
    let passed = others.flatMap { place in
      all[place].stop == nil ? points(of: all[place]) : points(of: all[place]).dropLast()
    }
    let ends = others.filter { all[$0].stop != nil }.compactMap { points(of: all[$0]).last }
    if !passed.isEmpty {
      series.append(LineChart.Series("another, going on", points: passed, style: .points))
    }
    if !ends.isEmpty {
      series.append(LineChart.Series("stopped there", points: ends, style: .points))
    }
    let epochs = series.flatMap(\.points).map(\.x)
    let (least, most) = (epochs.min() ?? 1, epochs.max() ?? 1)
    let isLong = most >= 20 * max(1, least)
    return LineChart(
      title: "trials of the search on their way",
      xAxis: isLong
        // It ends with the last rung, and not with the next power of ten.
        ? Axis("epoch", scale: .logarithmic, extent: Extent(least, most)) : Axis("epoch"),
      yAxis: trials.axis,
      series: series, caption: trials.size.joined(separator: " · "))
  }

  private static func points(of trial: SearchTrial) -> [Point] {
    trial.curve.map { Point(Double($0.epoch), $0.value) }
  }
}
