public import TensorEngine

/// How a running training is watched and stopped.
public struct TrainingControl {
  /// A training as it is between two epochs, as values.
  public struct Moment: Equatable, Sendable {
    /// The network, with all that going on needs.
    public var network: Network
    /// How far the run has come; ``Trainer/unfinished`` goes on from there.
    public var run: UnfinishedRun
  }

  /// What the trainer works with in place of a pool of its own; nil for that.
  public var pool: ThreadPool?
  /// Asked before every step; true ends the run there.
  public var isInterrupted: () -> Bool
  /// Told after every completed epoch.
  public var onEpoch: (EpochRecord) -> Void
  /// Asked after every completed epoch, with the network as it is then; true ends the run. Nil
  /// for a run that nobody asks about.
  public var endsAfter: ((EpochRecord, Network) -> Bool)?
  /// Told last of all after every completed epoch, with a function that makes the moment; false
  /// ends the run.
  public var keeps: ((EpochRecord, () -> Moment) -> Bool)?

  /// Told before every step, with a function that makes the network as it is then; nil for a run at
  /// which nobody looks, whose steps copy nothing.
  public var looks: ((() -> Network) -> Void)?

  /// Gives what a training of a network such as this one comes to, where that is known and it need not
  /// run; nil where nobody knows.
  public var known: ((Network) -> TrainingResult?)?
  /// Told what a training has come to that was not known; nil where nobody keeps it.
  public var onResult: ((TrainingResult) -> Void)?

  /// Makes a control, by default one that watches nothing and never stops.
  public init(
    pool: ThreadPool? = nil, isInterrupted: @escaping () -> Bool = { false },
    onEpoch: @escaping (EpochRecord) -> Void = { _ in },
    endsAfter: ((EpochRecord, Network) -> Bool)? = nil,
    keeps: ((EpochRecord, () -> Moment) -> Bool)? = nil,
    looks: ((() -> Network) -> Void)? = nil
  ) {
    self.pool = pool
    self.isInterrupted = isInterrupted
    self.onEpoch = onEpoch
    self.endsAfter = endsAfter
    self.keeps = keeps
    self.looks = looks
  }
}
