/// Which of several variants did best, or that nobody can tell.
///
/// A variant is as good as the best one when its mean is no further away than the scatter over
/// seeds, the greater one of the two: then other first weights would change as much as what the
/// student changed.
///
/// ```
/// tie   mean - best mean <= max(deviation, best deviation)
/// ```
///
/// With one seed nothing is known of the scatter, and only equal figures tie. The rule is one of
/// thumb: it asks for more than a test of significance would, and so errs on the side of "tie".
public struct ComparisonVerdict: Sendable, Equatable {
  /// The variants that did best, the best first: one, or those that tie.
  public let winners: [Int]
  /// The best variant outside the tie; nil if there is none.
  public let runnerUp: Int?
  /// How far the runner-up's mean is above the best one, or else the furthest of the tie.
  public let difference: Double
  /// The scatter that the difference was held against.
  public let spread: Double

  /// Judges scores of which less is better; a variant without measurements does not take part.
  /// Nil if none of them has any.
  public init?(_ scores: [Spread]) {
    let order = scores.indices.filter { !scores[$0].values.isEmpty && scores[$0].mean.isFinite }
      .sorted { (scores[$0].mean, $0) < (scores[$1].mean, $1) }
    guard let best = order.first else { return nil }
    func difference(_ index: Int) -> Double {
      // Shares of examples that are equal on paper may differ in their last bit.
      ((scores[index].mean - scores[best].mean) * 1e12).rounded() / 1e12
    }
    func spread(_ index: Int) -> Double {
      (max(scores[index].deviation, scores[best].deviation) * 1e12).rounded() / 1e12
    }
    winners = order.filter { difference($0) <= spread($0) }
    let tied = winners
    runnerUp = order.first { !tied.contains($0) }
    let other = runnerUp ?? winners.last ?? best
    self.difference = difference(other)
    self.spread = spread(other)
  }

  /// Whether nobody can tell which of several is the best.
  public var isTie: Bool { winners.count > 1 }
}
