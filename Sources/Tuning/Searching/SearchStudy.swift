/// A search with all of its trials, and what they say.
package struct SearchStudy: Equatable, Sendable {
  /// What trials are judged by.
  package let criterion: Criterion
  /// How many folds judge each trial; nil where the validation examples do.
  package let folds: Int?
  /// From how many first weights each trial was trained.
  package let repeats: Int
  /// For each fold what the whole search is worth on it that was made on the others alone; none where
  /// that was not asked for.
  package var nested: [Double] = []
  /// The trials in the order of their numbers.
  package private(set) var trials: [SearchTrial] = []

  /// A study without trials.
  package init(by criterion: Criterion, folds: Int?, repeats: Int) {
    self.criterion = criterion
    self.folds = folds
    self.repeats = repeats
  }

  /// How many networks each trial trains.
  package var fitsOfTrial: Int { (folds ?? 1) * repeats }

  /// Adds a trial, whose number is one more than there were.
  package mutating func append(_ trial: SearchTrial) {
    precondition(trial.number == trials.count + 1, "trials are numbered in order")
    trials.append(trial)
  }

  /// What each trial came to; without values where it failed.
  package var spreads: [Spread] { trials.map { Spread($0.scores?.judged ?? []) } }

  /// The places of the trials that were judged, the best first and equal ones by their numbers.
  package var order: [Int] {
    ComparisonVerdict.order(spreads, isLessBetter: criterion.isLessBetter)
  }

  /// Which trials are the best, by the one rule of ties; nil where all failed.
  package var verdict: ComparisonVerdict? {
    ComparisonVerdict(spreads, isLessBetter: criterion.isLessBetter)
  }

  /// The best trial, the first of equals; nil where all failed.
  package var best: SearchTrial? { order.first.map { trials[$0] } }

  /// The trials that failed.
  package var failures: [SearchTrial] { trials.filter { $0.reason != nil } }

  /// The trials that were stopped.
  package var stopped: [SearchTrial] { trials.filter { $0.stop != nil } }

  /// The rank of each trial by its place among ``trials``: 1 is the best, and equal means share the
  /// lowest rank, as in scikit-learn; nil for one that was not judged.
  package var ranks: [Int?] {
    var ranks = [Int?](repeating: nil, count: trials.count)
    var next = 1
    for group in ComparisonVerdict.groups(spreads, isLessBetter: criterion.isLessBetter) {
      for place in group { ranks[place] = next }
      next += group.count
    }
    return ranks
  }

  /// How much better the best trial looks than it is, because it is the best of several; nil
  /// without folds or with fewer than two trials that were judged.
  ///
  /// For each fold the trial is chosen by all the other folds, and measured by that one: the mean
  /// over the folds is what the *choice* is worth. The networks have seen the fold while the others
  /// judged, so it is an estimate without training anything anew, and not a nested
  /// cross-validation, which ``nested`` holds where it was asked for.
  ///
  /// Source: Tibshirani and Tibshirani, "A Bias Correction for the Minimum Error Rate in
  /// Cross-Validation", 2009, who compare each fold's own best instead.
  package var optimism: SearchOptimism? {
    guard let folds, let best else { return nil }
    if !nested.isEmpty {
      return SearchOptimism(
        best: Spread(best.scores?.judged ?? []).mean, chosen: Spread(nested),
        isLessBetter: criterion.isLessBetter)
    }
    let scores = trials.compactMap { $0.scores?.judged }
      .filter { $0.count == fitsOfTrial && $0.allSatisfy(\.isFinite) }
    guard scores.count > 1 else { return nil }
    let ofFolds = scores.map { values in
      (0..<folds).map { fold in
        stride(from: fold, to: values.count, by: folds).reduce(0) { $0 + values[$1] }
          / Double(repeats)
      }
    }
    let chosen = (0..<folds).map { fold -> Double in
      let others = ofFolds.map { values in
        Spread(values.indices.filter { $0 != fold }.map { values[$0] })
      }
      let winner = ComparisonVerdict.order(others, isLessBetter: criterion.isLessBetter)[0]
      return ofFolds[winner][fold]
    }
    return SearchOptimism(
      best: Spread(best.scores?.judged ?? []).mean, chosen: Spread(chosen),
      isLessBetter: criterion.isLessBetter)
  }
}

/// What the choice of the best trial is worth, beside what the best trial came to.
package struct SearchOptimism: Equatable, Sendable {
  /// The mean of the best trial.
  package let best: Double
  /// For each fold what the trial came to on it that the other folds chose.
  package let chosen: Spread
  private let isLessBetter: Bool

  init(best: Double, chosen: Spread, isLessBetter: Bool) {
    self.best = best
    self.chosen = chosen
    self.isLessBetter = isLessBetter
  }

  /// How much better the best trial looks than the choice is; below 0 where it looks worse.
  package var amount: Double { isLessBetter ? chosen.mean - best : best - chosen.mean }
}
