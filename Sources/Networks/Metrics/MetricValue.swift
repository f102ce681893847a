/// A measured number, and why it says little where its formula divides 0 by 0.
public struct MetricValue: Hashable, Sendable {
  /// The number, made with scikit-learn's convention for 0 / 0 where there is a ``gap``.
  public var value: Double
  /// What is missing; nil where the number is what it seems.
  public var gap: MetricGap?

  /// Makes a value, by default one that is what it seems.
  public init(_ value: Double, gap: MetricGap? = nil) {
    self.value = value
    self.gap = gap
  }

  /// A quotient; 0 with the gap where it is 0 / 0, as scikit-learn's `zero_division=0`.
  static func ratio(_ numerator: Double, _ denominator: Double, gap: MetricGap) -> MetricValue {
    denominator == 0 ? MetricValue(0, gap: gap) : MetricValue(numerator / denominator)
  }
}

/// What examples or predictions lack, so that a metric is not defined on them.
public enum MetricGap: Hashable, Sendable {
  /// No example is of this class.
  case nothingIs(Int)
  /// Nothing was predicted to be of this class.
  case nothingPredicted(Int)
  /// No example is of this class, and none was predicted to be.
  case neither(Int)
  /// All examples have the same target.
  case constantTargets
}
