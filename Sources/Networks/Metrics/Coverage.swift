import TensorEngine

/// What is answered, and how well, where predictions below a threshold of confidence are left to a
/// person.
///
/// Source: Geifman and El-Yaniv, "Selective Classification for Deep Neural Networks", 2017.
package struct Coverage: Hashable, Sendable {
  /// A prediction of at least this confidence is an answer; minus infinity where all are.
  package var threshold: Double
  /// How many examples there are.
  package var total: Int
  /// How many are answered.
  package var answered: Int
  /// How many of the answers are right.
  package var right: Int

  /// How many are left to a person.
  package var left: Int { total - answered }

  /// The fraction of the examples that is answered: answered / total; 0 without examples.
  package var share: Double { Double(answered) / Double(max(1, total)) }

  /// The fraction of the answers that is right: right / answered; nil where nothing is answered.
  package var accuracy: Double? { answered == 0 ? nil : Double(right) / Double(answered) }
}

extension ClassPredictions {
  /// How sure a prediction is: the probability of the class that was predicted.
  ///
  ///     confidence = max_k p_k, at least 1 / K
  package func confidence(_ row: Int) -> Double { score(row, Int(predicted[row])) }

  /// The mean confidence; 0 without examples.
  package var meanConfidence: Double {
    (0..<count).reduce(0) { $0 + confidence($1) } / Double(max(1, count))
  }

  /// Whether the prediction for an example is right.
  package func isRight(_ row: Int) -> Bool { predicted[row] == truths[row] }

  /// The examples, by their places in the predictions, whose confidence is below a threshold or no
  /// number: the least sure first, equal ones in their order.
  package func unanswered(at threshold: Double) -> [Int] {
    let sureness = (0..<count).map { confidence($0).isNaN ? -.infinity : confidence($0) }
    return sureness.indices.filter { sureness[$0] < threshold }
      .map { Ranked(score: -sureness[$0], index: $0) }.sortedUntilCalledOff().map(\.index)
  }

  /// What is answered at a threshold.
  package func coverage(at threshold: Double) -> Coverage {
    var coverage = Coverage(threshold: threshold, total: count, answered: 0, right: 0)
    for row in 0..<count where confidence(row) >= threshold {
      coverage.answered += 1
      if isRight(row) { coverage.right += 1 }
    }
    return coverage
  }

  /// What is answered as the threshold falls from the greatest confidence to the least: a point for
  /// each confidence that occurs.
  package var coverageCurve: [Coverage] {
    let order = (0..<count).filter { !confidence($0).isNaN }
      .map { Ranked(score: confidence($0), index: $0) }.sortedUntilCalledOff().map(\.index)
    var points: [Coverage] = []
    var right = 0
    for (place, row) in order.enumerated() {
      if isRight(row) { right += 1 }
      let threshold = confidence(row)
      let isLastOfTie = place + 1 == order.count || confidence(order[place + 1]) != threshold
      guard isLastOfTie else { continue }
      points.append(
        Coverage(threshold: threshold, total: count, answered: place + 1, right: right))
    }
    return points
  }
}
