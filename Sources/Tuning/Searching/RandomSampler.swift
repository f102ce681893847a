import TensorEngine

/// Draws settings by chance, each from a stream of its trial's and its own name: trial 7 is the same
/// whatever the number of trials and the order of the settings, a rate the same whatever else is
/// drawn. It depends on the trials before only in that none is tried twice.
///
/// Source: Bergstra and Bengio, "Random Search for Hyper-Parameter Optimization", 2012.
package struct RandomSampler: Sendable {
  /// How often a point is drawn anew that was tried before.
  private static let mostDraws = 64

  private let space: SearchSpace
  private let seed: UInt64

  /// Draws from a space.
  package init(_ space: SearchSpace, seed: UInt64) {
    self.space = space
    self.seed = seed
  }

  /// The point of a trial: the first one drawn from the streams "search/trial N/NAME" that was not
  /// tried before; where 64 draws are all known, the next one in the order of a finite space that is not.
  ///
  /// - Parameters:
  ///   - number: N, from 1.
  ///   - count: How many points were tried before.
  ///   - isTried: Whether a point is one of these.
  /// - Returns: nil where nothing is left to try.
  package func point(
    ofTrial number: Int, besides count: Int, isTried: (SearchSpace.Point) -> Bool
  ) -> SearchSpace.Point? {
    let streams = space.axes.map {
      RandomStream(seed: seed, name: "search/trial \(number)/\($0.name)")
    }
    var last: SearchSpace.Point = []
    for draw in 0..<Self.mostDraws {
      last = zip(space.axes, streams).map { axis, stream in
        axis.range.value(at: stream.uniformDoubles(from: draw, count: 1)[0])
      }
      if !isTried(last) { return last }
    }
    guard let points = space.count else { return nil }
    let first = space.number(of: last)
    // One more point than were tried is one that was not.
    return (1...max(1, min(points, count + 1))).lazy.map { space.point((first + $0) % points) }
      .first { !isTried($0) }
  }
}
