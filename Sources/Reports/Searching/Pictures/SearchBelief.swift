import Charts
import Tuning
import Workbench

/// What a Gaussian process believes after the trials of a search, whatever chose them.
struct SearchBelief {
  /// The settings that differ, by their names, as a search by `sampler=gp` has them.
  let columns: [StudyColumn]
  /// The space of these settings, as far as the search or its trials went.
  let space: SearchSpace
  /// What is believed, where less is better.
  let process: GaussianProcess
  /// Where the best trial stands.
  let best: SearchSpace.Point
  /// The point that is not tried of the most expected improvement; nil where all are tried.
  let next: SearchSpace.Point?

  /// - Returns: nil of fewer than three trials that came to something and say all settings.
  init?(_ trials: JudgedTrials) {
    columns = trials.columns.sorted { $0.name < $1.name }
    let (columns, isLessBetter) = (columns, trials.study.criterion.isLessBetter)
    let whole = trials.places.filter { place in columns.allSatisfy { $0.values[place] != nil } }
    space = SearchSpace(
      columns.map { SearchSpace.Axis($0.name, Self.range(of: $0, in: whole)) })
    let axes = space.axes
    func point(_ place: Int) -> SearchSpace.Point? {
      let values = columns.compactMap { $0.values[place] }
      guard values.count == axes.count, zip(axes, values).allSatisfy({ $0.range.holds($1) }) else {
        return nil
      }
      return values
    }
    let observations = trials.study.trials.indices.compactMap { place in
      point(place).map { point in
        let score = trials.scores[place]
        return TPESampler.Observation(
          point, score: score.isFinite ? (isLessBetter ? score : -score) : nil)
      }
    }
    let sampler = GaussianSampler(space, seed: trials.seed)
    guard observations.count(where: { $0.score != nil }) >= 3,
      let best = trials.study.best.flatMap({ point($0.number - 1) }),
      let process = sampler.belief(after: observations)
    else { return nil }
    self.best = best
    self.process = process
    next = sampler.bestPoint(of: process, after: observations) { point in
      observations.contains { $0.point == point }
    }
  }

  /// Some values of an axis that are spread over its scale from end to end, fewer where it has fewer.
  func values(of axis: Int, count: Int) -> [Double] {
    let range = space.axes[axis].range
    let values = (0..<count).map { place in
      range.value(at: count == 1 ? 0.5 : Double(place) / Double(count - 1))
    }
    return Set(values).sorted()
  }

  /// Where the best trial stands, with another value of one setting.
  func point(_ value: Double, on axis: Int) -> SearchSpace.Point {
    var point = best
    point[axis] = value
    return point
  }

  /// "units=24 activation=relu": a point as it is typed, without one of its settings.
  func label(_ point: SearchSpace.Point, without axis: Int? = nil) -> String {
    point.indices.filter { $0 != axis }.map { place in
      let (column, value) = (columns[place], point[place])
      let text =
        column.choices.isEmpty
        ? NumberText.significant(value, digits: 4) : column.choices[Int(value)]
      return "\(column.name)=\(text)"
    }.joined(separator: " ")
  }

  /// What a setting may be: what the search said, and what was tried beyond that.
  private static func range(of column: StudyColumn, in places: [Int]) -> SearchRange {
    guard column.choices.isEmpty else { return .choices(column.choices.count) }
    let values = places.compactMap { column.values[$0] }
    let (low, high) = (values.min() ?? 0, values.max() ?? 0)
    if case .numbers(let ends, _)? = column.range {
      return .numbers(
        min(low, ends.lowerBound)...max(high, ends.upperBound),
        isLogarithmic: column.isLogarithmic)
    }
    if let least = Int(exactly: low), let most = Int(exactly: high),
      values.allSatisfy({ $0 == $0.rounded() })
    {
      var whole = least...most
      if case .wholeNumbers(let ends, _)? = column.range {
        whole = min(least, ends.lowerBound)...max(most, ends.upperBound)
      }
      return .wholeNumbers(whole, isLogarithmic: column.isLogarithmic && whole.lowerBound > 0)
    }
    return .numbers(low...high, isLogarithmic: column.isLogarithmic)
  }
}
