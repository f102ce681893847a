/// What a loss is told apart from its name.
public struct LossSettings: Hashable, Codable, Sendable {
  /// The share s of each target that is spread over all classes, 0 to less than 1; only for the
  /// cross-entropies. As in Keras:
  ///
  ///     categorical: t (1 - s) + s / K        binary: t (1 - s) + s / 2
  public var labelSmoothing: Double
  /// What the loss of an example is multiplied by, one number for each class; nil for 1.
  ///
  /// As in Keras the mean is taken over the number of examples. PyTorch's
  /// `CrossEntropyLoss(weight=)` divides by the sum of the weights in the batch instead.
  public var classWeights: [Double]?

  /// Makes settings, by default those of a plain loss.
  public init(labelSmoothing: Double = 0, classWeights: [Double]? = nil) {
    self.labelSmoothing = labelSmoothing
    self.classWeights = classWeights
  }

  /// The same without class weights: what evaluation uses, where every example counts alike.
  public var unweighted: LossSettings { LossSettings(labelSmoothing: labelSmoothing) }
}
