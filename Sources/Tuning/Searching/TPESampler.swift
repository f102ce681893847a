package import TensorEngine

/// Chooses settings by what came of those before: where good ones lie densely and bad ones do not.
///
/// The first ten trials are drawn by chance. Then the trials are parted into the best tenth, at most
/// 25, and all others; 24 settings are drawn from the density l of the good ones, and that of them is
/// tried whose l is the greatest multiple of the density g of the others. A trial that failed is
/// one of the others, and so is one that is not done yet (the constant liar). One that was stopped
/// comes behind all that were not, the sooner the further.
///
/// Under Hyperband it is asked before each bracket, by the trials of all brackets before it, in that
/// same order: first who came further, then who did better there. The first bracket is drawn by
/// chance, and so is each before which fewer than ten trials are done. Falkner, Klein and Hutter
/// ("BOHB: Robust and Efficient Hyperparameter Optimization at Scale", 2018) look at the trials of one
/// number of epochs alone, the greatest that enough of them have reached. On the circles of
/// docs/searches-measured.md, under 40 other seeds, that did better than chance under 14 and equally
/// well under 20; this order did better under 26, and equally well under 10.
///
/// Source: Bergstra, Bardenet, Bengio and Kégl, "Algorithms for Hyper-Parameter Optimization", 2011;
/// the numbers, and the order of the stopped, are those of Optuna 5.0.
package struct TPESampler: Sendable {
  /// A setting that was tried, or is being tried.
  package struct Observation: Sendable {
    /// The setting.
    package let point: SearchSpace.Point
    /// What it came to; less is better. Nil where it failed, or is not done.
    package let score: Double?
    /// Whether it is being tried.
    package let isPending: Bool
    /// After how many epochs it was stopped; nil where it was not.
    package let stop: Int?

    /// A setting with what it came to.
    package init(
      _ point: SearchSpace.Point, score: Double?, stop: Int? = nil, isPending: Bool = false
    ) {
      self.point = point
      self.score = score
      self.stop = stop
      self.isPending = isPending
    }

    /// Whether it is better than another that came to something too; of equals the earlier one is.
    fileprivate func isBetter(than other: Observation) -> Bool? {
      let (own, others) = (stop ?? .max, other.stop ?? .max)
      if own != others { return own > others }
      guard let score, let second = other.score, score != second else { return nil }
      return score < second
    }
  }

  /// How many trials are drawn by chance before it begins.
  package static let startCount = 10
  private static let candidateCount = 24
  private static let mostGood = 25
  /// What the density of one kernel on one axis at one place takes.
  private static let operationsOfLook = 5_000.0

  private let space: SearchSpace
  private let seed: UInt64

  /// Chooses from a space.
  package init(_ space: SearchSpace, seed: UInt64) {
    self.space = space
    self.seed = seed
  }

  /// What choosing so many settings takes: each looks at all before it, 24 times on each axis.
  package static func work(trials: Int, in space: SearchSpace) -> Work {
    let looks = 0.5 * Double(trials) * Double(trials) * Double(candidateCount * space.axes.count)
    return Work(operations: looks * operationsOfLook)
  }

  /// The point of a trial, by what was observed before; as ``RandomSampler`` draws it where that is
  /// too little, or all candidates were tried.
  ///
  /// - Parameters:
  ///   - number: The number of the trial, from 1.
  ///   - observations: The trials before it, in order.
  ///   - isTried: Whether a point was tried.
  /// - Returns: nil where nothing is left to try.
  package func point(
    ofTrial number: Int, after observations: [Observation],
    isTried: (SearchSpace.Point) -> Bool
  ) -> SearchSpace.Point? {
    let candidates = candidates(forTrial: number, after: observations)
    var best: (point: SearchSpace.Point, gain: Double)?
    for candidate in candidates where !isTried(candidate.point) {
      if best.map({ candidate.gain > $0.gain }) ?? true { best = candidate }
    }
    if let best { return best.point }
    return RandomSampler(space, seed: seed).point(
      ofTrial: number, besides: observations.count, isTried: isTried)
  }

  /// What is drawn for a trial, with log l - log g of each; nothing where too little is known.
  private func candidates(
    forTrial number: Int, after observations: [Observation]
  ) -> [(point: SearchSpace.Point, gain: Double)] {
    guard observations.count(where: { !$0.isPending }) >= Self.startCount else { return [] }
    let (good, others) = Self.parted(observations)
    let low = ParzenEstimate(of: good.map { observations[$0].point }, in: space)
    let high = ParzenEstimate(of: others.map { observations[$0].point }, in: space)
    let name = "search/trial \(number)/candidates"
    let streams =
      [RandomStream(seed: seed, name: name)]
      + space.axes.map { RandomStream(seed: seed, name: "\(name)/\($0.name)") }
    return (0..<Self.candidateCount).map { candidate in
      let point = low.point(at: streams.map { $0.uniformDoubles(from: candidate, count: 1)[0] })
      return (point, low.logDensity(at: point) - high.logDensity(at: point))
    }
  }

  /// The places of the best tenth, and those of all others, each in the order of the trials.
  static func parted(_ observations: [Observation]) -> (good: [Int], others: [Int]) {
    let known = observations.indices.filter { observations[$0].score?.isFinite == true }
    let count = min(mostGood, (known.count + 9) / 10)
    let sorted = known.sorted { first, second in
      observations[first].isBetter(than: observations[second]) ?? (first < second)
    }
    let good = Set(sorted.prefix(count))
    return (
      observations.indices.filter { good.contains($0) },
      observations.indices.filter { !good.contains($0) }
    )
  }
}
