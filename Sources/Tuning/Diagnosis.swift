/// Judges a training by two differences of errors: avoidable bias and variance.
///
/// ```
/// bias     = training error − target error
/// variance = validation error − training error
/// ```
///
/// High and low are relative to what can be reached: a difference is high when it is more than
/// half of the target error, and at least one percentage point. One that was measured on few
/// examples must also be more than chance explains: two standard errors of the difference,
///
/// ```
/// of bias:     2 · √(t · (1 − t) / training),                        t the training error
/// of variance: 2 · √(e · (1 − e) · (1 / training + 1 / validation)),  e the mean of both errors
/// ```
///
/// All errors are fractions from 0 to 1. Source: A. Ng, "Machine Learning Yearning", 2018,
/// chapters 20 to 22 (avoidable bias, variance); the bounds are rules of thumb of ours.
public struct Diagnosis: Equatable, Sendable {
  /// What the two differences say together.
  public enum Verdict: Equatable, Sendable, CaseIterable {
    /// Which of bias and variance is high, by ``hasHighBias`` and ``hasHighVariance``; a good fit
    /// is neither.
    case highBias, highVariance, highBiasAndVariance, goodFit
    /// Neither is high, but only since chance explains what is above the bound.
    case withinChance
    /// Neither is high, and the validation error is too far below the training error for chance.
    case oddVariance
  }

  /// The error on the training examples.
  public let trainingError: Double
  /// The error on the validation examples.
  public let validationError: Double
  /// The error that can be reached.
  public let targetError: Double
  /// The variance that chance alone explains; 0 for figures of which nothing more is known.
  public let chance: Double
  /// The bias that chance alone explains; 0 for figures of which nothing more is known.
  public let biasChance: Double

  /// Judges three errors, each a fraction from 0 to 1.
  ///
  /// - Parameter counts: How many training and validation examples the errors were measured on;
  ///   `nil` takes the errors as exact.
  public init(
    trainingError: Double, validationError: Double, targetError: Double,
    counts: (training: Int, validation: Int)? = nil
  ) {
    self.trainingError = trainingError
    self.validationError = validationError
    self.targetError = targetError
    guard let counts else {
      (chance, biasChance) = (0, 0)
      return
    }
    biasChance =
      2 * (trainingError * (1 - trainingError) / Double(max(1, counts.training))).squareRoot()
    let mean = (trainingError + validationError) / 2
    let shares = 1 / Double(max(1, counts.training)) + 1 / Double(max(1, counts.validation))
    chance = 2 * (mean * (1 - mean) * shares).squareRoot()
  }

  /// Judges three errors whose chance was measured elsewhere, such as shares of variance, which may
  /// be above 1.
  ///
  /// - Parameters:
  ///   - biasChance: The bias that chance alone explains.
  ///   - chance: The variance that chance alone explains.
  public init(
    trainingError: Double, validationError: Double, targetError: Double, biasChance: Double,
    chance: Double
  ) {
    self.trainingError = trainingError
    self.validationError = validationError
    self.targetError = targetError
    self.biasChance = biasChance
    self.chance = chance
  }

  /// How far the training error is above the target; negative when it is below.
  public var bias: Double { Self.difference(trainingError, targetError) }

  /// How far the validation error is above the training error; negative when it is below.
  public var variance: Double { Self.difference(validationError, trainingError) }

  /// The difference from which on bias or variance counts as high.
  public var bound: Double { max(0.01, Self.difference(targetError / 2, 0)) }

  /// Whether the bias is above the bound and above what chance explains.
  public var hasHighBias: Bool { bias > max(bound, biasChance) }
  /// Whether the variance is above the bound and above what chance explains.
  public var hasHighVariance: Bool { variance > max(bound, chance) }

  /// Whether the bias would count as high, were it not within chance.
  public var isBiasWithinChance: Bool { bias > bound && bias <= biasChance }

  /// Whether the variance would count as high, were it not within chance.
  public var isVarianceWithinChance: Bool { variance > bound && variance <= chance }

  /// Whether the validation error is so far below the training error that chance does not explain
  /// it: nothing that a network learned does that.
  public var hasOddVariance: Bool { -variance > max(bound, chance) }

  /// Whether there is nothing to say against the network: neither difference is above the bound.
  public var isGood: Bool { max(bias, variance) <= bound }

  /// Whether longer training has nothing to gain: the training error is no longer what keeps the
  /// network from the target.
  public var isTrainedEnough: Bool { bias <= 0 || (hasHighVariance && !hasHighBias) }

  /// A difference of shares, rounded to 1e-12: 20% - 15% and 15% - 10% are the same.
  private static func difference(_ first: Double, _ second: Double) -> Double {
    ((first - second) * 1e12).rounded() / 1e12
  }

  /// Bias and variance together.
  public var verdict: Verdict {
    switch (hasHighBias, hasHighVariance) {
    case (true, true): .highBiasAndVariance
    case (true, false): .highBias
    case (false, true): .highVariance
    case (false, false) where hasOddVariance: .oddVariance
    case (false, false): isGood ? .goodFit : .withinChance
    }
  }
}
