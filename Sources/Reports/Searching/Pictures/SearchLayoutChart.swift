import Charts
import Tuning
package import Workbench

/// How many different values of a setting a search has tried, beside what a search of the other kind
/// would have tried in as many trials: grid against random.
///
/// **Source**: Bergstra and Bengio, "Random Search for Hyper-Parameter Optimization", 2012, figure 1.
package struct SearchLayoutChart {
  private static let placeCount = 49

  private let trials: JudgedTrials
  private let belief: SearchBelief
  /// The places of the two settings among those of the belief; the first is the one that matters.
  private let axes: (across: Int, up: Int)
  private let own: Layout
  private let other: Layout

  /// What is tried.
  private struct Layout {
    /// "random", "a grid of 5 x 4 = 20".
    let name: String
    let points: [SearchSpace.Point]

    func values(of axis: Int) -> [Double] { Set(points.map { $0[axis] }).sorted() }
  }

  /// The picture of two settings that are numbers; nil where the trials are too few to believe
  /// anything of them, or have one value of either.
  package init?(_ across: StudyColumn, _ up: StudyColumn, _ trials: JudgedTrials) {
    for column in [across, up] {
      guard Set(trials.places.compactMap { column.values[$0] }).count > 1 else { return nil }
    }
    guard let belief = SearchBelief(trials),
      let first = belief.columns.firstIndex(where: { $0.name == across.name }),
      let second = belief.columns.firstIndex(where: { $0.name == up.name })
    else { return nil }
    self.trials = trials
    self.belief = belief
    axes = (first, second)
    let tried = trials.study.trials.indices.compactMap { place -> SearchSpace.Point? in
      let point = belief.columns.compactMap { $0.values[place] }
      return point.count == belief.columns.count ? point : nil
    }
    own = Layout(name: trials.methods.map(\.rawValue).joined(separator: ", "), points: tried)
    other =
      trials.methods == [.grid]
      ? Self.random(tried.count, belief, seed: trials.seed)
      : Self.grid(tried.count, belief, from: first)
  }

  /// As many draws as there were trials.
  private static func random(_ count: Int, _ belief: SearchBelief, seed: UInt64) -> Layout {
    let sampler = RandomSampler(belief.space, seed: seed)
    var points: [SearchSpace.Point] = []
    while points.count < count,
      let point = sampler.point(
        ofTrial: points.count + 1, besides: points.count, isTried: points.contains)
    {
      points.append(point)
    }
    return Layout(name: "random", points: points)
  }

  /// The largest grid of no more settings than there were trials: all choices of words, or the best
  /// one where they are more than that, and of numbers as many as of each other, one more of the
  /// setting that matters where there is room.
  private static func grid(_ count: Int, _ belief: SearchBelief, from first: Int) -> Layout {
    let ranges = belief.space.axes.map(\.range)
    var sizes = ranges.map { _ in 1 }
    for (axis, range) in ranges.enumerated() {
      guard case .choices(let choices) = range else { continue }
      let others = sizes.reduce(1, *)
      if others * choices <= count { sizes[axis] = choices }
    }
    let numbers = ([first] + ranges.indices.filter { $0 != first }).filter { axis in
      if case .choices = ranges[axis] { false } else { true }
    }
    var canGrow = true
    while canGrow {
      canGrow = false
      for axis in numbers.sorted(by: { sizes[$0] < sizes[$1] }) {
        var larger = sizes
        larger[axis] += 1
        guard larger.reduce(1, *) <= count, larger[axis] <= ranges[axis].count ?? .max else {
          continue
        }
        sizes = larger
        canGrow = true
        break
      }
    }
    let values = ranges.indices.map { axis in
      if case .choices = ranges[axis] {
        return sizes[axis] == 1 ? [belief.best[axis]] : (0..<sizes[axis]).map(Double.init)
      }
      return belief.values(of: axis, count: sizes[axis])
    }
    let points = values.reduce([[]]) { points, values in
      points.flatMap { point in values.map { point + [$0] } }
    }
    return Layout(name: "grid", points: points)
  }

  /// The curve of the setting that matters with the values that were tried of it, and below it the
  /// settings with their margins, for both ways.
  package var report: PictureReport {
    var grid = ChartGrid(
      charts: [curve(own), curve(other), plane(own), plane(other)].map { .line($0) },
      columns: 2, caption: caption)
    grid.heights = [2, 3]
    var report = PictureReport([.grid(grid)])
    report.explanation = explanation
    return report
  }

  private func axis(_ place: Int) -> Axis {
    let ends = belief.values(of: place, count: 2)
    return Axis(
      belief.columns[place].name,
      scale: belief.columns[place].isLogarithmic ? .logarithmic : .linear,
      extent: Extent(ends[0], ends[ends.count - 1]))
  }

  private func mean(_ value: Double) -> Double {
    let mean = belief.process.belief(at: belief.point(value, on: axes.across)).mean
    return trials.study.criterion.isLessBetter ? mean : -mean
  }

  private func curve(_ layout: Layout) -> LineChart {
    let places = belief.values(of: axes.across, count: Self.placeCount)
    let values = layout.values(of: axes.across)
    return LineChart(
      title: "\(layout.name): \(count(values, of: axes.across))", xAxis: axis(axes.across),
      yAxis: trials.axis,
      series: [
        LineChart.Series(
          "value tried", points: values.map { Point($0, mean($0)) }, style: .examples),
        LineChart.Series(
          "belief", points: places.map { Point($0, mean($0)) }, style: .reference),
      ])
  }

  private func plane(_ layout: Layout) -> LineChart {
    let (x, y) = (axis(axes.across), axis(axes.up))
    let left = layout.values(of: axes.up).map { Point(x.extent?.lower ?? 0, $0) }
    let below = layout.values(of: axes.across).map { Point($0, y.extent?.lower ?? 0) }
    return LineChart(
      title: "\(layout.name): \(count(layout.values(of: axes.up), of: axes.up))", xAxis: x,
      yAxis: y,
      series: [
        LineChart.Series("value tried", points: left + below, style: .examples),
        LineChart.Series(
          "setting tried",
          points: layout.points.map { Point($0[axes.across], $0[axes.up]) }, style: .examples),
      ])
  }

  /// "20 values of rate".
  private func count(_ values: [Double], of axis: Int) -> String {
    "\(NumberText.count(values.count)) \(values.count == 1 ? "value" : "values") of "
      + belief.columns[axis].name
  }

  /// "random: 20 values of rate and 14 of units in 20 trials · grid: 5 and 4 in 20 · the curve along
  /// units=24 activation=relu, as in the best, trial 2".
  private var caption: String {
    func counts(_ layout: Layout) -> (across: String, up: String) {
      (
        count(layout.values(of: axes.across), of: axes.across),
        NumberText.count(layout.values(of: axes.up).count)
      )
    }
    let parts = [own, other].map { layout in
      let counts = counts(layout)
      return "\(layout.name): \(counts.across) and \(counts.up) of \(belief.columns[axes.up].name) "
        + "in \(NumberText.count(layout.points.count)) trials"
    }
    let best = trials.study.best.map { ", trial \($0.number)" } ?? ""
    return
      (parts + [
        "belief along \(belief.label(belief.best, without: axes.across)), as in the best\(best)"
      ]).joined(separator: " · ")
  }

  private var explanation: Explanation {
    let (across, up) = (belief.columns[axes.across].name, belief.columns[axes.up].name)
    return Explanation(
      figures: [
        "Above: what a Gaussian process believes along \(across) after these trials, with each value "
          + "of \(across) that was tried. Below: the settings, and at the edges each value that was "
          + "tried of \(across) and of \(up).",
        "Trials that share a value of \(across) say the same of it, as far as \(up) matters little: a "
          + "grid spends its trials on values of what does not matter, draws by chance try a new value "
          + "of everything each time.",
        "What stands on the right was not trained: it is what \(other.name) would have tried between the "
          + "same ends in as many trials.",
      ], terms: ["search layout"])
  }
}

extension JudgedTrials {
  /// The settings that are numbers, what explains most of the differences between the trials first.
  package var numberColumns: [StudyColumn] {
    let done = places(stopped: false)
    let numbers = columns.filter(\.choices.isEmpty)
    let shares = numbers.map { column in
      let tried = done.filter { column.values[$0] != nil }
      return SettingImportance.share(
        of: tried.compactMap { column.values[$0].map(column.place) },
        in: tried.map { scores[$0] }) ?? 0
    }
    return numbers.indices.sorted { (-shares[$0], $0) < (-shares[$1], $1) }.map { numbers[$0] }
  }
}
