/// What a training run leaves.
public struct TrainingResult: Equatable, Sendable {
  /// How a run came to its end.
  public enum Ending: Hashable, Sendable {
    /// All epochs were trained.
    case finished
    /// Early stopping ended the run after an epoch, numbered over the network's life.
    case stoppedEarly(epoch: Int)
    /// A target was reached after an epoch, numbered over the network's life.
    case reachedTarget(epoch: Int)
    /// Whoever was asked after an epoch ended the run, numbered over the network's life.
    case ended(epoch: Int)
    /// `maximumSteps` was reached before the last epoch was complete.
    case reachedMaximumSteps
    /// The run was interrupted after this many of its steps. The same run with this as its
    /// `maximumSteps` gives the same network.
    case interrupted(steps: Int)
  }

  /// The network as it is after the run.
  public var network: Network
  /// The epochs that the run completed; of a run that went on from a checkpoint, those since.
  public var history: History
  /// How the run came to its end; only one that finished, stopped early or was ended goes back to
  /// its best epoch.
  public var outcome: Ending
  /// The epoch whose parameters the network holds, where early stopping went back to it; nil
  /// where the network holds the last ones.
  public var restoredEpoch: Int?
  /// The steps that the run took, those before a checkpoint too.
  public var steps: Int

  /// Puts a result together of what a run left before.
  package init(
    network: Network, history: History, outcome: Ending, restoredEpoch: Int?, steps: Int
  ) {
    self.network = network
    self.history = history
    self.outcome = outcome
    self.restoredEpoch = restoredEpoch
    self.steps = steps
  }
}
