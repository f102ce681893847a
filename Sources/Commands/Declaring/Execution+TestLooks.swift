package import Formulas
import Networks
import Workbench

/// The test split is looked at once, at the end. Whoever looks more often begins to choose by it,
/// and then it no longer says how the network does on new examples; so the looks are counted.
extension Execution {
  /// What computes the formulas of a command, and counts its looks.
  package var evaluator: Evaluator {
    Evaluator(state: state, looks: looks, pool: settings.pool)
  }

  /// Counts the look that the formulas of a command took. What a rule of a training does has no
  /// state of its own: its looks are left to the training, as one.
  package mutating func countTestLook() {
    if isWithinTraining { return }
    if looks.happened { state.data?.testLooks += 1 }
    looks.happened = false
  }

  /// Counts a look at the test split.
  /// - Returns: How many looks there have been.
  package mutating func countedLook() -> Int {
    state.data?.testLooks += 1
    if isWithinTraining { looks.happened = true }
    return state.data?.testLooks ?? 0
  }
}
