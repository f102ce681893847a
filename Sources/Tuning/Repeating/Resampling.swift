import TensorEngine

/// How a training set is drawn from the training examples there are, so that one can see what
/// other networks chance could have given.
///
/// Set k comes from the stream "resample k" of the seed alone: all variants of a study learn from
/// the same sets, and a smaller set is the beginning of a larger one.
public enum Resampling: String, CaseIterable, Sendable {
  /// Each example is drawn from all there are, so that some come twice and others not at all: of
  /// a set of the same size about 63% are different ones. The set has the size that the student's
  /// own has, so that steps, penalties and capacity mean what they meant; therefore it is usual.
  ///
  /// Source: Efron, "Bootstrap Methods: Another Look at the Jackknife", 1979.
  case bootstrap
  /// Some of the examples, none of them twice: as independent as the data allows, but fewer.
  ///
  /// Source: Kohavi and Wolpert, "Bias Plus Variance Decomposition for Zero-One Loss Functions",
  /// 1996, section 4, who draw halves.
  case subset

  /// How many examples a set has where nothing is said: as many as there are, or half of them.
  public func usualCount(of rows: Int) -> Int {
    switch self {
    case .bootstrap: rows
    case .subset: max(1, rows / 2)
    }
  }

  /// Set `number` of `count` rows, ascending; never more than there are.
  public func rows(of rows: [Int32], count: Int, seed: UInt64, number: Int) -> [Int32] {
    let count = min(max(0, count), rows.count)
    let stream = RandomStream(seed: seed, name: "resample \(number)")
    switch self {
    case .bootstrap:
      return stream.words(count: count).map { word in
        rows[Int((UInt64(word) * UInt64(rows.count)) >> 32)]
      }.sorted()
    case .subset:
      return stream.permutation(count: rows.count).prefix(count).map { rows[Int($0)] }.sorted()
    }
  }
}
