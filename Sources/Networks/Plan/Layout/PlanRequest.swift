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
}
