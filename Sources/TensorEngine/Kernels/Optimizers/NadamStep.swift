internal import CKernels

/// The numbers of one Nadam step, prepared once a step for all parameters.
///
/// Nesterov's look ahead inside Adam, with a momentum that grows slowly with the step t:
///
///     u_t = beta1 (1 - 0.96^t / 2),   U_t = u_1 u_2 ... u_t
///     ahead = u_(t+1) m / (1 - U_(t+1)) + (1 - u_t) g / (1 - U_t)
///     w := w - rate ahead / (sqrt(v / (1 - beta2^t)) + epsilon)
///
/// Source: Dozat, "Incorporating Nesterov Momentum into Adam", 2016, algorithm 2, with the momentum
/// schedule of Sutskever, Martens, Dahl and Hinton, 2013, as Keras has it.
public struct NadamStep: Sendable, Equatable {
  /// From this step on `1 - 0.96^t / 2` is 1.
  private static let last = 1000

  /// `U_t` without the powers of beta1, for t from 0 to the last step that changes it.
  private static let products: [Double] = {
    var products = [1.0]
    for number in 1...last { products.append(products[number - 1] * share(ofStep: number)) }
    return products
  }()

  /// `U_t`, the product of the momenta of the first steps; 1 of none.
  public static func product(beta1: Double, steps: Int) -> Double {
    products[min(max(0, steps), last)] * ElementaryMath.power(beta1, Double(steps))
  }

  private static func share(ofStep number: Int) -> Double {
    1 - 0.5 * ElementaryMath.power(0.96, Double(number))
  }

  /// `rate * u_(t+1) / (1 - U_(t+1))`.
  public let meanStep: Float
  /// `rate * (1 - u_t) / (1 - U_t)`.
  public let gradientStep: Float
  /// `1 - beta1`.
  public let oneMinusBeta1: Float
  /// `1 - beta2`.
  public let oneMinusBeta2: Float
  /// `1 / sqrt(1 - beta2^t)`.
  public let correction: Float
  /// What is added to the root.
  public let epsilon: Float
  /// By how much the weights shrink first.
  public let decay: WeightDecay

  /// Prepares step number `number`, counted from 1, in double precision.
  public init(
    learningRate: Double, beta1: Double, beta2: Double, epsilon: Double, number: Int,
    weightDecay: Double = 0
  ) {
    let now = beta1 * Self.share(ofStep: number)
    let next = beta1 * Self.share(ofStep: number + 1)
    let product = Self.product(beta1: beta1, steps: number)
    meanStep = Float(learningRate * next / (1 - product * next))
    gradientStep = Float(learningRate * (1 - now) / (1 - product))
    oneMinusBeta1 = Float(1 - beta1)
    oneMinusBeta2 = Float(1 - beta2)
    let correction2 = 1 - ElementaryMath.power(beta2, Double(number))
    correction = Float(1 / correction2.squareRoot())
    self.epsilon = Float(epsilon)
    decay = WeightDecay(weightDecay, learningRate: learningRate)
  }

  var arguments: NadamArguments {
    NadamArguments(
      mean_step: meanStep, gradient_step: gradientStep, one_minus_beta1: oneMinusBeta1,
      one_minus_beta2: oneMinusBeta2, correction: correction, epsilon: epsilon,
      shrink: decay.shrink)
  }
}
