import Networks

/// What the trainings of one network of a study differ by, so that its scores scatter.
package enum Draws: Sendable {
  /// Other training examples each time, drawn from these rows, and fresh first weights.
  case examples(times: Int, rows: [Int32], judges: [Int32], seed: UInt64)
  /// Fresh first weights each time, and the same training examples.
  case starts(times: Int, rows: [Int32], judges: [Int32])
  /// The fold that judges, and that is not learned from.
  case folds([CrossValidation.Fold])

  /// How many trainings a network has.
  package var count: Int {
    switch self {
    case .examples(let times, _, _, _), .starts(let times, _, _): times
    case .folds(let folds): folds.count
    }
  }

  /// The trainings of a network.
  ///
  /// - Parameter examples: How many training examples each of them gets; nil for all there are.
  package func fits(of variant: Comparison.Variant, examples: Int?) -> [Fit] {
    func kept(_ rows: [Int32], seed: UInt64, number: Int) -> [Int32] {
      Resampling.subset.rows(of: rows, count: examples ?? rows.count, seed: seed, number: number)
    }
    /// All of them as they are, or the first set of a size.
    func kept(_ rows: [Int32]) -> [Int32] {
      examples == nil ? rows : kept(rows, seed: variant.settings.seed, number: 1)
    }
    switch self {
    case .examples(let times, let rows, let judges, let seed):
      return (0..<times).map { index in
        Fit(
          variant: variant.start(index + 1), training: kept(rows, seed: seed, number: index + 1),
          judging: judges)
      }
    case .starts(let times, let rows, let judges):
      let rows = kept(rows)
      return (0..<times).map {
        Fit(variant: variant.start($0 + 1), training: rows, judging: judges)
      }
    case .folds(let folds):
      return folds.map { fold in
        Fit(
          variant: variant, training: kept(fold.training), judging: fold.validation,
          scaling: fold.scaling)
      }
    }
  }
}
