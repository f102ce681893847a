internal import CKernels

/// The numbers of one step of RMSprop or Adadelta, prepared once a step for all parameters.
public struct RMSpropStep: Sendable, Equatable {
  /// The learning rate.
  public let rate: Float
  /// The share of the old mean square that is kept.
  public let rho: Float
  /// `1 - rho`.
  public let oneMinusRho: Float
  /// The share of the last step that is kept; Adadelta has none.
  public let momentum: Float
  /// What is added under the root.
  public let epsilon: Float
  /// By how much the weights shrink first.
  public let decay: WeightDecay

  /// Prepares a step.
  public init(
    learningRate: Double, rho: Double, momentum: Double = 0, epsilon: Double,
    weightDecay: Double = 0
  ) {
    rate = Float(learningRate)
    self.rho = Float(rho)
    oneMinusRho = Float(1 - rho)
    self.momentum = Float(momentum)
    self.epsilon = Float(epsilon)
    decay = WeightDecay(weightDecay, learningRate: learningRate)
  }

  var arguments: RMSpropArguments {
    RMSpropArguments(
      rate: rate, rho: rho, one_minus_rho: oneMinusRho, momentum: momentum, epsilon: epsilon,
      shrink: decay.shrink)
  }
}
