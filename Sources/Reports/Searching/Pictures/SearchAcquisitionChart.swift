import Charts
import Tuning
package import Workbench

/// What a Gaussian process believes along one setting of a search, and where it expects to gain
/// most.
package struct SearchAcquisitionChart {
  /// How many places of the setting are asked, and of how many the belief is drawn.
  private static let placeCount = 145
  private static let every = 4

  private let column: StudyColumn
  private let trials: JudgedTrials
  private let belief: SearchBelief
  private let axis: Int
  private let places: [Place]

  /// What is believed at one value of the setting.
  private struct Place {
    let value: Double
    let belief: GaussianProcess.Belief
    let gain: Double
  }

  /// The belief along a setting that is a number; nil where the trials are too few to believe
  /// anything, or all have one value of it.
  package init?(of column: StudyColumn, _ trials: JudgedTrials) {
    guard Set(trials.places.compactMap { column.values[$0] }).count > 1,
      let belief = SearchBelief(trials),
      let axis = belief.columns.firstIndex(where: { $0.name == column.name })
    else { return nil }
    self.column = column
    self.trials = trials
    self.belief = belief
    self.axis = axis
    var values = belief.values(of: axis, count: Self.placeCount)
    // The next trial of a search over one setting is not missed for standing between two places.
    if belief.columns.count == 1, let next = belief.next { values.append(next[0]) }
    places = Set(values).sorted().map { value in
      let point = belief.point(value, on: axis)
      return Place(
        value: value, belief: belief.process.belief(at: point),
        gain: belief.process.expectedImprovement(at: point))
    }
  }

  /// The place that is tried next: what the process would choose of one setting, else where it
  /// expects most along this one.
  private var next: Place? {
    if belief.columns.count == 1 {
      return belief.next.flatMap { next in places.first { $0.value == next[0] } }
    }
    return places.max { $0.gain < $1.gain }
  }

  private var isLessBetter: Bool { trials.study.criterion.isLessBetter }

  private func mean(_ place: Place) -> Double {
    isLessBetter ? place.belief.mean : -place.belief.mean
  }

  /// The belief with the trials, and below it the improvement that is expected.
  package var report: PictureReport {
    var grid = ChartGrid(
      charts: [.line(beliefChart), .line(gainChart)], columns: 1, caption: caption)
    grid.heights = [2, 1]
    var report = PictureReport([.grid(grid)])
    report.explanation = explanation
    return report
  }

  private var xAxis: Axis {
    Axis(
      column.name, scale: column.isLogarithmic ? .logarithmic : .linear,
      extent: Extent(places[0].value, places[places.count - 1].value))
  }

  private var marks: [LineChart.Mark] {
    next.map { [LineChart.Mark(x: $0.value, label: "next, \(column.name)=\(text($0.value))")] }
      ?? []
  }

  private var beliefChart: LineChart {
    let drawn = places.enumerated().filter {
      places.count <= Self.placeCount / Self.every || $0.offset % Self.every == 0
    }.map(\.element)
    var series = [
      LineChart.Series(
        "belief", points: drawn.map { Point($0.value, mean($0)) },
        spread: drawn.map { 2 * $0.belief.deviation })
    ]
    for isStopped in [false, true] {
      let points = trials.places(stopped: isStopped).compactMap { place in
        column.values[place].map { Point($0, trials.scores[place]) }
      }
      if !points.isEmpty {
        series.append(
          LineChart.Series(isStopped ? "stopped" : "trial", points: points, style: .examples))
      }
    }
    var chart = LineChart(
      title: "belief after \(NumberText.count(trials.places.count)) trials", xAxis: xAxis,
      yAxis: trials.axis, series: series, marks: marks)
    chart.spreadName = "2 deviations"
    return chart
  }

  private var gainChart: LineChart {
    LineChart(
      title: "expected improvement", xAxis: xAxis,
      yAxis: Axis("better by", format: trials.axis.format),
      series: [LineChart.Series("", points: places.map { Point($0.value, $0.gain) })],
      marks: marks)
  }

  private func text(_ value: Double) -> String { NumberText.significant(value, digits: 4) }

  /// "20 trials by random, not by this · at units=24, as in the best, trial 2 · next rate=0.0312:
  /// 5.1% ± 3.0% believed, 1.2 points better expected".
  private var caption: String {
    let score = SearchScore(trials.study)
    let count = NumberText.count(trials.study.trials.count)
    var parts = ["\(count) trials\(chosen.map { " chosen by \($0), not by this" } ?? "")"]
    if !others.isEmpty, let best = trials.study.best {
      parts.append("along \(others), as in the best, trial \(best.number)")
    }
    if let next {
      parts.append(
        "next \(column.name)=\(text(next.value)): \(score.text(mean(next))) ± "
          + "\(score.text(next.belief.deviation)) believed, \(score.distance(next.gain)) better "
          + "expected")
    } else {
      parts.append("every value was tried")
    }
    return parts.joined(separator: " · ")
  }

  /// How trials were chosen that a Gaussian process did not choose; nil where it chose all.
  private var chosen: String? {
    let methods = trials.methods.filter { $0 != .bayes || !trials.isGaussian }
      .map { $0 == .bayes ? "tpe" : $0.rawValue }
    return methods.isEmpty ? nil : methods.joined(separator: " and ")
  }

  /// "units=24 activation=relu": the other settings of the best trial.
  private var others: String { belief.label(belief.best, without: axis) }

  private var explanation: Explanation {
    var figures = [
      "\"belief\" is the mean of a Gaussian process fitted to all trials, and the strokes reach two "
        + "of its deviations up and down: near a trial it knows, far from all it does not.",
      "The lower curve is by how much a trial there is expected to beat the lowest mean believed at a "
        + "trial: much where the belief is good, and where it knows little. It is least where trials "
        + "stand, and the next one goes to its peak.",
    ]
    if !others.isEmpty {
      figures.append(
        "The curves hold \(others); the trials had other values of these, and need not lie on the "
          + "belief."
          + (belief.next.map { " Over all settings most is expected at \(belief.label($0))." } ?? "")
      )
    }
    if let chosen {
      figures.append(
        "The trials were chosen by \(chosen), which never asked this process: where they stand has "
          + "nothing to do with the lower curve. search bayes sampler=gp puts each trial, from the "
          + "eleventh on, where it is highest.")
    }
    return Explanation(figures: figures, terms: ["search acquisition"])
  }
}
