import TensorEngine

/// When a step is taken, and how far it goes.
struct UpdateMoment: Sendable {
  /// The steps since the slots were as at the start, this one counted; Adam's t.
  let number: Int
  /// The step size η.
  let rate: Double
  /// The decoupled weight decay d.
  let weightDecay: Double

  /// What all parameters are shrunk by first.
  var decay: WeightDecay { WeightDecay(weightDecay, learningRate: rate) }
}

/// A step of one rule, its numbers made once for all parameters: plain bytes, so that nothing is
/// allocated or retained within a training's steps.
protocol UpdateStep: Sendable {
  /// The settings that it is made of.
  associatedtype Rule: UpdateRule

  /// Prepares a step.
  init(_ rule: Rule, at moment: UpdateMoment)

  /// Changes a part of the parameters; several threads may change parts of their own.
  func apply(to slices: UpdateSlices, _ kernels: Kernels)
}
