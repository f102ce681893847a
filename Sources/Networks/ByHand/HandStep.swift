/// What a step by hand leaves.
package struct HandStep: Equatable, Sendable {
  /// The changed network.
  package var network: Network
  /// The sums over the batches of the epoch so far, this one's among them.
  package var sums: EpochSums
  /// The epoch that the step completed, as a training would report it; nil within an epoch.
  package var record: EpochRecord?
}
