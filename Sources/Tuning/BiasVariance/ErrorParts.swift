/// The expected error of a kind of network, by where it comes from.
public struct ErrorParts: Sendable, Equatable {
  /// What the networks get wrong together: the error of their mean, or of their majority, beyond
  /// the noise.
  public let bias: Double
  /// What a single one adds to that, because chance gave it other examples and other weights.
  /// It may be negative for 0–1 loss, where the majority is wrong and a single one right by luck.
  public let variance: Double
  /// What no network can take away; nil where it is not known, and then contained in the bias.
  public let noise: Double?

  /// An error in parts.
  public init(bias: Double, variance: Double, noise: Double?) {
    self.bias = bias
    self.variance = variance
    self.noise = noise
  }

  /// The expected error: the sum of the parts.
  public var total: Double { bias + variance + (noise ?? 0) }
}
