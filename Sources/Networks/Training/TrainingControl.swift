/// How a running training is watched and stopped.
public struct TrainingControl {
  /// Asked before every step; true ends the run there.
  public var isInterrupted: () -> Bool
  /// Told after every completed epoch.
  public var onEpoch: (EpochRecord) -> Void

  public init(
    isInterrupted: @escaping () -> Bool = { false },
    onEpoch: @escaping (EpochRecord) -> Void = { _ in }
  ) {
    self.isInterrupted = isInterrupted
    self.onEpoch = onEpoch
  }
}
