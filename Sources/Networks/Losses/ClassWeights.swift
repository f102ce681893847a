public import TensorEngine

/// How much the examples of each class count in a training.
public enum ClassWeights: Hashable, Codable, Sendable {
  /// n / (k · n_c) for a class with n_c of the n training examples, and k classes that occur: each
  /// class counts alike, and the mean weight of an example is 1. Source: scikit-learn's
  /// `compute_class_weight("balanced")`.
  case balanced
  /// One number for each class, 0 or more.
  case given([Double])

  /// The weight of each class; 0 for one without examples under `balanced`.
  ///
  /// - Parameters:
  ///   - targets: The targets of all examples.
  ///   - rows: The training examples, inside the targets.
  /// - Throws: `misfit` for "class_weight" where the targets are numbers or the weights are not
  ///   one for each class; `outOfRange` where one is negative or no finite number.
  public func resolved(
    for targets: Targets, rows: [Int32]
  ) throws(EngineError) -> [Double] {
    guard case .classes(let classes, let count) = targets else {
      throw .misfit(what: "class_weight", .numbers)
    }
    switch self {
    case .given(let weights):
      guard weights.count == count else {
        throw .misfit(what: "class_weight", .weights(count: weights.count, classes: count))
      }
      for weight in weights { try SettingCheck.notNegative(weight, "class_weight") }
      return weights
    case .balanced:
      var counts = [Int](repeating: 0, count: count)
      for row in rows { counts[Int(classes[Int(row)])] += 1 }
      let present = counts.count { $0 > 0 }
      return counts.map { $0 == 0 ? 0 : Double(rows.count) / Double(present * $0) }
    }
  }
}
