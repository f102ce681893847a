/// Decoupled weight decay, prepared once a step for all parameters: `w := w + shrink w`, before
/// the optimizer's own rule, which takes the gradient of the weights as they were.
///
/// Source: Loshchilov and Hutter, "Decoupled Weight Decay Regularization", 2019, algorithm 2.
public struct WeightDecay: Sendable, Equatable {
  /// `-(learningRate * decay)`, and +0 without decay, which leaves every finite weight as it is.
  public let shrink: Float

  /// No decay.
  public static let none = WeightDecay(0, learningRate: 0)

  /// Prepares the decay of a step.
  public init(_ decay: Double, learningRate: Double) {
    let part = learningRate * decay
    shrink = part == 0 ? 0 : -Float(part)
  }
}
