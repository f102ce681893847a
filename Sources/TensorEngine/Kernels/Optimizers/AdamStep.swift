internal import CKernels

/// The numbers of one Adam step, prepared once a step for all parameters.
///
/// Source: Kingma and Ba, "Adam: A Method for Stochastic Optimization", 2015, the efficient form
/// at the end of section 2.
public struct AdamStep: Sendable, Equatable {
  /// `learningRate * sqrt(1 - beta2^t) / (1 - beta1^t)` with `t` counted from 1.
  public let step: Float
  /// `1 - beta1`.
  public let oneMinusBeta1: Float
  /// `1 - beta2`.
  public let oneMinusBeta2: Float
  /// What is added to the root.
  public let epsilon: Float
  /// By how much the weights shrink first.
  public let decay: WeightDecay

  /// Prepares step number `number`, counted from 1, in double precision.
  public init(
    learningRate: Double, beta1: Double, beta2: Double, epsilon: Double, number: Int,
    weightDecay: Double = 0
  ) {
    let correction1 = 1 - ElementaryMath.power(beta1, Double(number))
    let correction2 = 1 - ElementaryMath.power(beta2, Double(number))
    step = Float(learningRate * correction2.squareRoot() / correction1)
    oneMinusBeta1 = Float(1 - beta1)
    oneMinusBeta2 = Float(1 - beta2)
    self.epsilon = Float(epsilon)
    decay = WeightDecay(weightDecay, learningRate: learningRate)
  }

  var arguments: AdamArguments {
    AdamArguments(
      step: step, one_minus_beta1: oneMinusBeta1, one_minus_beta2: oneMinusBeta2,
      epsilon: epsilon, shrink: decay.shrink)
  }
}
