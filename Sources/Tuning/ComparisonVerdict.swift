/// Which of several variants did best, or that nobody can tell: the one rule of ties, for
/// comparisons, curves and searches alike.
///
/// The variants are sorted by their means. With the best one tie all that follow it whose mean is
/// no further from the best mean than the best one's own deviation over seeds, repeats or folds:
/// other first weights would change it as much as what the student changed.
///
/// ```
/// tie   |mean - best mean| <= deviation of the best
/// ```
///
/// So whoever ties is ahead of whoever does not. With one seed nothing is known of the scatter, and
/// no tie is claimed; equal figures are equal figures. The rule is one of thumb: it asks for more
/// than a test of significance would, and so errs on the side of "tie".
public struct ComparisonVerdict: Sendable, Equatable {
  /// The variants that did best, the best first: one, or those that tie or have equal means.
  public let winners: [Int]
  /// The best variant that is not among the winners; nil if there is none.
  public let runnerUp: Int?
  /// How far the runner-up's mean is from the best one, or else the furthest of the winners.
  public let difference: Double
  /// The scatter that the difference was held against: the deviation of the best variant.
  public let spread: Double
  /// Whether nobody can tell which of several is the best; never of one measurement each.
  public let isTie: Bool

  /// Judges scores; a variant without measurements, or with one that is no number, does not take
  /// part. Nil if none of them does.
  ///
  /// - Parameter isLessBetter: Whether the least mean is the best, as of errors and losses.
  public init?(_ scores: [Spread], isLessBetter: Bool = true) {
    let order = Self.order(scores, isLessBetter: isLessBetter)
    guard let best = order.first else { return nil }
    let slack = Self.slack(scores[best].mean)
    func difference(_ index: Int) -> Double {
      let difference = (scores[index].mean - scores[best].mean).magnitude
      return difference <= slack ? 0 : difference
    }
    let spread = scores[best].deviation
    let winners = Array(order.prefix { difference($0) <= spread + slack })
    self.winners = winners
    runnerUp = order.dropFirst(winners.count).first
    self.difference = difference(runnerUp ?? winners.last ?? best)
    self.spread = spread
    isTie = winners.count > 1 && scores[best].values.count > 1
  }

  /// The places of the scores that take part, the best mean first and equal ones as they stand.
  package static func order(_ scores: [Spread], isLessBetter: Bool) -> [Int] {
    groups(scores, isLessBetter: isLessBetter).flatMap { $0 }
  }

  /// The places of the scores that take part, equal means together, the best ones first. Means that
  /// are equal on paper may differ in their last bits.
  package static func groups(_ scores: [Spread], isLessBetter: Bool) -> [[Int]] {
    let means = scores.map { $0.values.isEmpty ? .nan : $0.mean }
    let sorted = scores.indices.filter { means[$0].isFinite }.sorted { first, second in
      let (one, other) = (means[first], means[second])
      return one == other ? first < second : (one < other) == isLessBetter
    }
    var groups: [[Int]] = []
    for place in sorted {
      if let best = groups.last?.first, (means[place] - means[best]).magnitude <= slack(means[best])
      {
        groups[groups.count - 1].append(place)
      } else {
        groups.append([place])
      }
    }
    return groups.map { $0.sorted() }
  }

  private static func slack(_ mean: Double) -> Double { 1e-12 * max(1e-300, mean.magnitude) }
}
