/// What a step by hand leaves.
public struct HandStep: Equatable, Sendable {
  /// The changed network.
  public var network: Network
  /// The sums over the batches of the epoch so far, this one's among them.
  public var sums: EpochSums
  /// The epoch that the step completed, as a training would report it; nil within an epoch.
  public var record: EpochRecord?
}
