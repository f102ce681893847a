public import TensorEngine

/// What an optimizer remembers between steps.
///
/// Training goes on from it as long as the optimizer is of the same kind with the same slots
/// (a new rate or momentum goes on too); otherwise the next training begins anew.
public struct OptimizerState: Equatable, Sendable {
  /// The optimizer that the slots belong to.
  public internal(set) var optimizer: Optimizer
  /// The steps taken since the slots were as at the start; Adam's t.
  public internal(set) var steps: Int
  /// For each slot name, one tensor for each parameter that is trained, in the network's order:
  /// none for statistics and for frozen layers.
  public internal(set) var slots: [[Tensor]]

  /// Whether training with another optimizer can go on from these slots.
  func continues(with next: Optimizer) -> Bool {
    next.kind == optimizer.kind && next.slotNames == optimizer.slotNames
  }
}
