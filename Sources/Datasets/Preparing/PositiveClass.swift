import TensorEngine

/// Which of two classes is the one to find, where nobody says.
enum PositiveClass {
  /// The rarer class of all examples, of training, validation and test together; where each has 45
  /// to 55% of them, the second one. nil for values and for any other number of classes.
  static func usual(among targets: Targets) -> Int? {
    guard case .classes(let classes, 2) = targets else { return nil }
    let ones = classes.count { $0 == 1 }
    let zeros = classes.count - ones
    return 20 * ones <= 11 * classes.count || zeros == 0 ? 1 : 0
  }
}
