/// How a running training is watched and stopped.
public struct TrainingControl {
  /// Asked before every step; true ends the run there.
  public var isInterrupted: () -> Bool
  /// Told after every completed epoch.
  public var onEpoch: (EpochRecord) -> Void
  /// Asked after every completed epoch, with the network as it is then; true ends the run. Nil
  /// for a run that nobody asks about.
  public var endsAfter: ((EpochRecord, Network) -> Bool)?

  public init(
    isInterrupted: @escaping () -> Bool = { false },
    onEpoch: @escaping (EpochRecord) -> Void = { _ in },
    endsAfter: ((EpochRecord, Network) -> Bool)? = nil
  ) {
    self.isInterrupted = isInterrupted
    self.onEpoch = onEpoch
    self.endsAfter = endsAfter
  }
}
