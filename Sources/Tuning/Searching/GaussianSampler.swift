package import TensorEngine

/// Chooses settings by what came of those before: where a Gaussian process expects the greatest
/// improvement.
///
/// The first ten trials are drawn by chance. Then the process is fitted to what they came to, and its
/// expected improvement is looked for from fixed starts: evenly over the space, and from the best
/// trials. A trial that failed, or is not done yet, counts as the worst one so far; of more than 250
/// trials the best fifty and the latest are looked at.
///
/// Source: Snoek, Larochelle and Adams, "Practical Bayesian Optimization of Machine Learning
/// Algorithms", 2012.
package struct GaussianSampler: Sendable {
  private static let mostObservations = 250
  private static let mostBest = 50
  private static let spreadCount = 400
  private static let climbers = 6
  private static let mostSteps = 40
  /// What a step of the solving takes beside a training's, which go side by side, and what one number
  /// of a kernel's matrix takes in all.
  private static let operationsOfStep = 30.0
  private static let operationsOfPair = 60_000.0

  private let space: SearchSpace
  private let seed: UInt64

  /// Chooses from a space.
  package init(_ space: SearchSpace, seed: UInt64) {
    self.space = space
    self.seed = seed
  }

  /// What choosing so many settings takes: a matrix of all before it is inverted again and again, and
  /// asked at some hundred places.
  package static func work(trials: Int, in space: SearchSpace) -> Work {
    let most = Double(min(trials, mostObservations))
    let cubes = Double(KernelFit.stepCount) * most * most * most / 2
    let looks = Double(spreadCount + climbers * 2 * mostSteps * space.axes.count) * most * most
    return Work(
      operations: Double(trials)
        * (operationsOfStep * (cubes + looks) + operationsOfPair * most * most))
  }

  /// The point of a trial, by what was observed before; as ``RandomSampler`` draws it where that is
  /// too little, or all that promise something were tried.
  ///
  /// - Parameters:
  ///   - number: The number of the trial, from 1.
  ///   - observations: The trials before it, in order.
  ///   - isTried: Whether a point was tried.
  /// - Returns: nil where nothing is left to try.
  package func point(
    ofTrial number: Int, after observations: [TPESampler.Observation],
    isTried: (SearchSpace.Point) -> Bool
  ) -> SearchSpace.Point? {
    if let process = process(after: observations),
      let best = bestPoint(of: process, after: observations, isTried: isTried)
    {
      return best
    }
    return RandomSampler(space, seed: seed).point(
      ofTrial: number, besides: observations.count, isTried: isTried)
  }

  /// What is believed after some trials; nil where they are too few to choose by.
  private func process(after observations: [TPESampler.Observation]) -> GaussianProcess? {
    guard observations.count(where: { !$0.isPending }) >= TPESampler.startCount else { return nil }
    return belief(after: observations)
  }

  /// What is believed after some trials, however few they are; nil where none came to anything.
  package func belief(after observations: [TPESampler.Observation]) -> GaussianProcess? {
    let scores = observations.compactMap(\.score).filter(\.isFinite)
    guard let worst = scores.max() else { return nil }
    let kept = Self.kept(observations)
    return GaussianProcess(
      kept.map(\.point),
      values: kept.map { observation in
        observation.score.flatMap { $0.isFinite ? $0 : nil } ?? worst
      }, in: space)
  }

  /// The trials that are looked at, in their order.
  private static func kept(_ observations: [TPESampler.Observation]) -> [TPESampler.Observation] {
    guard observations.count > mostObservations else { return observations }
    let order = observations.indices.sorted { first, second in
      let (one, other) = (
        observations[first].score ?? .infinity, observations[second].score ?? .infinity
      )
      return one == other ? first < second : one < other
    }
    let best = Set(order.prefix(mostBest))
    let latest = observations.indices.filter { !best.contains($0) }
      .suffix(mostObservations - mostBest)
    return (best + latest).sorted().map { observations[$0] }
  }

  /// The point of the greatest expected improvement that is not tried, as far as fixed starts lead to
  /// it; nil where all that were looked at are tried.
  ///
  /// - Parameter process: What is believed after the observations.
  package func bestPoint(
    of process: GaussianProcess, after observations: [TPESampler.Observation],
    isTried: (SearchSpace.Point) -> Bool
  ) -> SearchSpace.Point? {
    var found = space.spread(count: Self.spreadCount).map { point in
      Place(point: point, gain: process.logExpectedImprovement(at: point))
    }
    let known = observations.indices.filter { observations[$0].score?.isFinite == true }
      .sorted { first, second in
        let (one, other) = (observations[first].score ?? 0, observations[second].score ?? 0)
        return one == other ? first < second : one < other
      }
    let starts =
      found.indices.sorted {
        found[$0].gain == found[$1].gain ? $0 < $1 : found[$0].gain > found[$1].gain
      }
      .prefix(Self.climbers / 2).map { found[$0] }
      + known.prefix(Self.climbers / 2).map { index in
        let point = observations[index].point
        return Place(point: point, gain: process.logExpectedImprovement(at: point))
      }
    for start in starts { climb(from: start, process, &found) }
    let isOpen = found.filter { $0.gain.isFinite && !isTried($0.point) }
    return isOpen.enumerated().max { first, second in
      first.element.gain == second.element.gain
        ? first.offset > second.offset : first.element.gain < second.element.gain
    }?.element.point
  }

  private struct Place {
    let point: SearchSpace.Point
    let gain: Double
  }

  /// Goes to the best neighbour along the axes, with steps that halve where none is better, and notes
  /// every place.
  private func climb(from start: Place, _ process: GaussianProcess, _ found: inout [Place]) {
    var here = start
    var step = 0.1
    for _ in 0..<Self.mostSteps where step > 0.0005 {
      var next = here
      for (axis, range) in space.axes.map(\.range).enumerated() {
        for value in range.neighbours(of: here.point[axis], step: step)
        where value != here.point[axis] {
          var point = here.point
          point[axis] = value
          let place = Place(point: point, gain: process.logExpectedImprovement(at: point))
          found.append(place)
          if place.gain > next.gain { next = place }
        }
      }
      if next.gain > here.gain { here = next } else { step *= 0.5 }
    }
  }
}

extension SearchRange {
  /// The values a part of the range below and above one, at least the next one; of choices all.
  fileprivate func neighbours(of value: Double, step: Double) -> [Double] {
    guard let scale else { return (0..<(count ?? 1)).map(Double.init) }
    let width = step * (scale.high - scale.low)
    let (below, above) = (
      fitted(scale.value(at: scale.place(of: value) - width)),
      fitted(scale.value(at: scale.place(of: value) + width))
    )
    guard scale.isWhole else { return [below, above] }
    return [min(below, fitted(value - 1)), max(above, fitted(value + 1))]
  }
}
