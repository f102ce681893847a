import TensorEngine

/// Several networks that answer together: each example gets the mean of their answers.
extension ClassPredictions {
  /// The predictions of an ensemble, from the probabilities of its k members.
  ///
  ///     p(c | x) = 1 / k · Σ pᵢ(c | x)
  ///
  /// A member with one output counts with 1 - p and p, so members with one sigmoid and with two
  /// softmax outputs go together. The log is concave, so the log loss is never above the mean of the
  /// members' (Jensen).
  ///
  /// Source: Bishop, *Pattern Recognition and Machine Learning*, 14.2.
  ///
  /// - Parameter members: One or more, about the same examples in the same order, with as many
  ///   classes each.
  public static func mean(of members: [ClassPredictions]) -> ClassPredictions {
    let first = members[0]
    precondition(
      members.allSatisfy { $0.classCount == first.classCount && $0.truths == first.truths },
      "predictions about the same examples")
    return ClassPredictions(
      outputs: elementwiseMean(of: members.map(\.scores)), truths: first.truths,
      classCount: first.classCount, areProbabilities: members.allSatisfy(\.areProbabilities),
      logLikelihoods: first.truths.indices.map { row in
        logOfMean(of: members.map { $0.logLikelihoods[row] })
      })
  }

  /// log(1/k Σ exp lᵢ), the greatest taken out so that no term vanishes that counts.
  private static func logOfMean(of logs: [Double]) -> Double {
    guard let greatest = logs.max(), greatest.isFinite else { return logs.max() ?? 0 }
    let sum = logs.reduce(0) { $0 + ElementaryMath.exp($1 - greatest) }
    return greatest + ElementaryMath.log(sum / Double(logs.count))
  }
}

extension NumberPredictions {
  /// The predictions of an ensemble: the mean of its members' outputs.
  ///
  /// The squared error is convex, so the mean squared error is never above the mean of the members'.
  ///
  /// - Parameter members: One or more, about the same examples in the same order.
  public static func mean(of members: [NumberPredictions]) -> NumberPredictions {
    let first = members[0]
    precondition(
      members.allSatisfy { $0.targets == first.targets }, "predictions about the same examples")
    return NumberPredictions(
      outputs: elementwiseMean(of: members.map(\.outputs)), targets: first.targets)
  }
}

/// The mean of lists of one length, summed in the order of the lists.
private func elementwiseMean(of lists: [[Double]]) -> [Double] {
  var sums = lists[0]
  for list in lists.dropFirst() {
    for index in sums.indices { sums[index] += list[index] }
  }
  return sums.map { $0 / Double(lists.count) }
}
