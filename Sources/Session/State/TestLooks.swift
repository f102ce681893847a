import Charts

/// Whether a command has looked at the test split through a formula; one command, one look.
final class TestLooks {
  var happened = false
}

/// The test split is looked at once, at the end. Whoever looks more often begins to choose by it,
/// and then it no longer says how the network does on new examples; so the looks are counted.
extension Execution {
  /// What computes the formulas of a command, and counts its looks.
  var evaluator: Evaluator { Evaluator(state: state, looks: looks) }

  /// Counts the look that the formulas of a command took. What a rule of a training does has no
  /// state of its own: its looks are left to the training, as one.
  mutating func countTestLook() {
    if isWithinTraining { return }
    if looks.happened { state.data?.testLooks += 1 }
    looks.happened = false
  }

  /// Counts a look at the test split, and says it.
  mutating func lookAtTest() -> Block {
    state.data?.testLooks += 1
    if isWithinTraining { looks.happened = true }
    return .facts([TestLock.fact(looks: state.data?.testLooks ?? 0)])
  }
}

/// What is said of the looks at the test split.
enum TestLock {
  static func fact(looks: Int) -> Fact {
    Fact(
      "test_looks", .count(looks),
      text: "the test split has now been looked at \(times(looks)); choose by the validation split")
  }

  /// "once", "2 times".
  static func times(_ count: Int) -> String {
    count == 1 ? "once" : "\(NumberText.count(count)) times"
  }
}
