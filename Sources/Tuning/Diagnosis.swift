/// Judges a training by two differences of errors: avoidable bias and variance.
///
/// ```
/// bias     = training error − target error
/// variance = validation error − training error
/// ```
///
/// High and low are relative to what can be reached: a difference is high when it is more than
/// half of the target error, and at least one percentage point. All errors are fractions from
/// 0 to 1. Source: A. Ng, "Machine Learning Yearning", 2018, chapters 20 to 22 (avoidable bias,
/// variance); the bound is a rule of thumb of ours.
public struct Diagnosis: Equatable, Sendable {
  /// What the two differences say together.
  public enum Verdict: Equatable, Sendable, CaseIterable {
    case highBias, highVariance, highBiasAndVariance, goodFit
  }

  public let trainingError: Double
  public let validationError: Double
  public let targetError: Double

  /// Judges three errors, each a fraction from 0 to 1.
  public init(trainingError: Double, validationError: Double, targetError: Double) {
    self.trainingError = trainingError
    self.validationError = validationError
    self.targetError = targetError
  }

  /// How far the training error is above the target; negative when it is below.
  public var bias: Double { trainingError - targetError }

  /// How far the validation error is above the training error; negative when it is below.
  public var variance: Double { validationError - trainingError }

  /// The difference from which on bias or variance counts as high.
  public var bound: Double { max(0.01, targetError / 2) }

  public var hasHighBias: Bool { bias > bound }
  public var hasHighVariance: Bool { variance > bound }

  public var verdict: Verdict {
    switch (hasHighBias, hasHighVariance) {
    case (true, true): .highBiasAndVariance
    case (true, false): .highBias
    case (false, true): .highVariance
    case (false, false): .goodFit
    }
  }
}
