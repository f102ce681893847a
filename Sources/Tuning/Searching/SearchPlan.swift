package import TensorEngine

/// What a search does, told before it begins.
package struct SearchPlan: Equatable, Sendable {
  /// The way that settings are chosen.
  package let method: SearchMethod
  /// What proposes the settings.
  package let sampler: SearchSampler
  /// How trials are given up early.
  package let stop: SearchStop
  /// How many values each setting has, where combinations are tried; none elsewhere.
  package let sizes: [Int]
  /// How many settings there are in all; nil for more than can be counted.
  package let space: Int?
  /// How many settings are tried, at the most.
  package let trials: Int
  /// How many were asked for; nil where nobody said.
  package let wished: Int?
  /// How many folds judge each of them; nil where the validation examples do.
  package let folds: Int?
  /// Whether the whole search is made again for each fold, on the others.
  package let isNested: Bool
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
    method: SearchMethod, sampler: SearchSampler = .random, stop: SearchStop = .never,
    sizes: [Int] = [], space: Int? = nil,
    trials: Int, wished: Int? = nil, folds: Int?, isNested: Bool = false, repeats: Int,
    parallel: Int? = nil, brackets: HyperbandBrackets? = nil, epochs: ClosedRange<Int>,
    work: WorkPlan, reckonedFrom: Int? = nil, unbuilt: Int = 0
  ) {
    self.method = method
    self.sampler = sampler
    self.stop = stop
    self.sizes = sizes
    self.space = space
    self.trials = trials
    self.wished = wished
    self.folds = folds
    self.isNested = isNested
    self.repeats = repeats
    self.parallel = parallel
    self.brackets = brackets
    self.epochs = epochs
    self.work = work
    self.reckonedFrom = reckonedFrom
    self.unbuilt = unbuilt
  }
}
