package import TensorEngine

/// What a search does, told before it begins.
package struct SearchPlan: Equatable, Sendable {
  /// The way that settings are chosen: "grid".
  package let method: String
  /// How many values each setting has, where every combination is tried; none elsewhere.
  package let sizes: [Int]
  /// How many settings are tried, at the most.
  package let trials: Int
  /// How many folds judge each of them; nil where the validation examples do.
  package let folds: Int?
  /// From how many first weights each of them is trained.
  package let repeats: Int
  /// How many trials are chosen at once, where what came of them is heeded; nil elsewhere.
  package let parallel: Int?
  /// What is trained for how many epochs, where not all are trained to the end; nil elsewhere.
  package let brackets: HyperbandBrackets?
  /// The fewest and the most epochs of a training, as far as they were looked at.
  package let epochs: ClosedRange<Int>
  /// All trainings together with their work.
  package let work: WorkPlan
  /// From how many of the settings epochs and work were reckoned; nil where it was all of them.
  package let reckonedFrom: Int?
  /// How many of those that were looked at can't be built.
  package let unbuilt: Int

  /// Makes it of its parts.
  package init(
    method: String, sizes: [Int] = [], trials: Int, folds: Int?, repeats: Int,
    parallel: Int? = nil, brackets: HyperbandBrackets? = nil, epochs: ClosedRange<Int>,
    work: WorkPlan, reckonedFrom: Int? = nil, unbuilt: Int = 0
  ) {
    self.method = method
    self.sizes = sizes
    self.trials = trials
    self.folds = folds
    self.repeats = repeats
    self.parallel = parallel
    self.brackets = brackets
    self.epochs = epochs
    self.work = work
    self.reckonedFrom = reckonedFrom
    self.unbuilt = unbuilt
  }
}
