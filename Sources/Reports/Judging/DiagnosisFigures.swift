import Charts
import Tuning

/// Where the figures of a diagnosis come from, by their own numbers.
enum DiagnosisFigures {
  /// - Parameter isGettingWorse: Whether a curve gets worse, beside which no fit is good.
  static func sentences(of diagnosis: Diagnosis, isGettingWorse: Bool) -> [String] {
    [
      "bias \(points(diagnosis.bias)): the training error less the target, "
        + "\(percent(diagnosis.trainingError)) - \(percent(diagnosis.targetError)); "
        + judged(
          "bias", isHigh: diagnosis.hasHighBias, isWithinChance: diagnosis.isBiasWithinChance)
        + ".",
      "variance \(points(diagnosis.variance)): the validation error less the training error, "
        + "\(percent(diagnosis.validationError)) - \(percent(diagnosis.trainingError)); "
        + judged(
          "variance", isHigh: diagnosis.hasHighVariance,
          isWithinChance: diagnosis.isVarianceWithinChance)
        + ".",
      "high above \(points(diagnosis.bound)): a difference counts as high from half of the target "
        + "on, and from 1 point at least. It is a rule of thumb.",
      "The verdict is \(verdict(of: diagnosis, isGettingWorse: isGettingWorse))",
    ]
  }

  private static func judged(_ name: String, isHigh: Bool, isWithinChance: Bool) -> String {
    if isHigh { return "above the bound: high \(name)" }
    return isWithinChance
      ? "above the bound, but within chance" : "not above the bound: \(name) is not high"
  }

  private static func verdict(of diagnosis: Diagnosis, isGettingWorse: Bool) -> String {
    switch diagnosis.verdict {
    case .highBias: "high bias: it underfits."
    case .highVariance: "high variance: it overfits."
    case .highBiasAndVariance:
      "both: it misses the target even on what it learned from, and loses more on new examples."
    case .goodFit where isGettingWorse:
      "neither: no difference is high, and yet the curve of the loss gets worse."
    case .goodFit: "a good fit: neither difference is high."
    case .withinChance:
      "open: a difference is above the bound, and no larger than so few examples make by chance."
    case .oddVariance:
      "open: a validation error so far below the training error says that the split is odd."
    }
  }

  private static func percent(_ share: Double) -> String { NumberText.percent(share, places: 1) }

  private static func points(_ share: Double) -> String { DiagnosisText.points(share) }
}
