import TensorEngine

/// What a plan is made for.
struct PlanRequest {
  /// The most rows of a batch.
  var capacity: Int
  /// The most row numbers that are loaded at once, an epoch's.
  var orderCapacity: Int
  /// The optimizer of a plan that trains; nil for a plan without slots.
  var optimizer: Optimizer?
  /// Whether gradients are needed.
  var hasGradients: Bool
  /// The loss; nil for a plan that only predicts.
  var loss: Loss?
  var lossSettings = LossSettings()
  /// The greatest norm of what comes into a unit; nil for none.
  var maxNorm: Double?
  /// Whether l1 is taken after each step by a soft threshold, and adds no gradient.
  var isProximal = false
  /// The penalty on all kernels, on top of those of the layers.
  var penalty = Penalty()
  /// The seed of dropout.
  var seed: UInt64 = 0
  var kernels: Kernels = .selected
  var pool: ThreadPool?
  /// Whether all gradients are there before any of them changes a parameter: where they are clipped,
  /// looked at, or the step may be called off between both.
  var keepsGradients = false

  /// The fewest parameters that are worth owners, unless all that can be is shared: fewer stay in the
  /// first cache.
  private static let fewestOwnedFloats = 32_768

  /// How many owners the work of a step has, for so many floats that are trained; 0 where its rows
  /// are shared instead, as for large batches, whose values take longer than the parameters.
  func owners(ofFloats floats: Int) -> Int {
    let fewest = min(Self.fewestOwnedFloats, pool?.threshold ?? .max)
    guard optimizer != nil, !keepsGradients, floats >= fewest,
      6 * floats <= Region.longWork / max(1, capacity)
    else { return 0 }
    return pool?.threads ?? 1
  }
}
