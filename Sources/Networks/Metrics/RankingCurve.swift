import TensorEngine

/// What a score tells of one class against the others, for every threshold.
///
/// Examples of equal scores share a threshold, so ties neither help nor harm.
public struct RankingCurve: Equatable, Sendable {
  /// A cut at one threshold: what counts as positive is at or above it.
  public struct Cut: Hashable, Sendable {
    /// Infinity for the first point, where nothing is positive.
    public var threshold: Double
    /// The positives found so far.
    public var hits: Int
    /// The negatives taken for positive so far.
    public var falseAlarms: Int
  }

  /// How many examples are of the class.
  public let positiveCount: Int
  /// How many examples are of another class.
  public let negativeCount: Int
  /// The thresholds from the highest to the lowest.
  public let points: [Cut]

  /// Orders the examples by their scores, and counts at each threshold.
  ///
  /// - Parameters:
  ///   - scores: How much speaks for the class, one an example; a NaN counts as the least.
  ///   - isPositive: Whether the example is of the class.
  public init(scores: [Double], isPositive: [Bool]) {
    let scores = scores.map { $0.isNaN ? -.infinity : $0 }
    let order = scores.enumerated().map { Ranked(score: $1, index: $0) }.sortedUntilCalledOff()
      .map(\.index)
    var points = [Cut(threshold: .infinity, hits: 0, falseAlarms: 0)]
    var (hits, falseAlarms) = (0, 0)
    for (place, index) in order.enumerated() {
      if isPositive[index] { hits += 1 } else { falseAlarms += 1 }
      let isLastOfTie =
        place + 1 == order.count || scores[order[place + 1]] != scores[index]
      if isLastOfTie {
        points.append(Cut(threshold: scores[index], hits: hits, falseAlarms: falseAlarms))
      }
    }
    self.points = points
    positiveCount = hits
    negativeCount = falseAlarms
  }

  /// The fraction of the positives found at a point; 0 without positives.
  public func truePositiveRate(_ point: Cut) -> Double {
    Double(point.hits) / Double(max(1, positiveCount))
  }

  /// The fraction of the negatives taken for positive at a point; 0 without negatives.
  public func falsePositiveRate(_ point: Cut) -> Double {
    Double(point.falseAlarms) / Double(max(1, negativeCount))
  }

  /// Of what counts as positive at a point, the fraction that is; 1 where nothing does.
  public func precision(_ point: Cut) -> Double {
    let found = point.hits + point.falseAlarms
    return found == 0 ? 1 : Double(point.hits) / Double(found)
  }

  /// The area under the ROC curve: the probability that a positive scores above a negative, a tie
  /// counting half; nil without positives or without negatives.
  public var area: Double? {
    guard positiveCount > 0, negativeCount > 0 else { return nil }
    // Twice the area in units of one pair, a whole number.
    var doubled = 0.0
    for (left, right) in zip(points, points.dropFirst()) {
      doubled += Double(right.falseAlarms - left.falseAlarms) * Double(left.hits + right.hits)
    }
    return doubled / (2 * Double(positiveCount) * Double(negativeCount))
  }

  /// Σ (recallₙ - recallₙ₋₁) precisionₙ over the thresholds; nil without positives.
  public var averagePrecision: Double? {
    guard positiveCount > 0 else { return nil }
    return zip(points, points.dropFirst()).reduce(0) { sum, step in
      sum + Double(step.1.hits - step.0.hits) / Double(positiveCount) * precision(step.1)
    }
  }
}

extension ClassPredictions {
  /// One class against all others; the first of two by the scores of the second turned round, which
  /// tell apart what 1 - p rounds to 1.
  public func curve(of index: Int) -> RankingCurve {
    let isTurned = classCount == 2 && index == 0
    return RankingCurve(
      scores: truths.indices.map { isTurned ? -score($0, 1) : score($0, index) },
      isPositive: truths.map { $0 == index })
  }

  /// The area under the ROC curve for two classes, the same for either; for more, the mean of the areas of
  /// each class against all others. nil where a class has no examples, or has them all.
  public var area: Double? {
    if classCount == 2 { return curve(of: 1).area }
    var sum = 0.0
    for index in 0..<classCount {
      guard let area = curve(of: index).area else { return nil }
      sum += area
    }
    return sum / Double(classCount)
  }
}
