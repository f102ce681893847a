package import Networks

/// How far the losses of the validation examples lie above those of the training examples, and how
/// much of that chance explains.
///
/// ```
/// difference = mean v - mean t
/// chance     = 2 · √(s²(t) / training + s²(v) / validation),   s the deviation of one example's loss
/// ```
///
/// Both are measured with the weights in hand, in inference mode.
package struct LossGap: Sendable, Equatable {
  /// The losses of the training examples.
  package let training: Spread
  /// The losses of the validation examples.
  package let validation: Spread

  /// Takes the loss of each example.
  package init(training: [Double], validation: [Double]) {
    self.training = Spread(training)
    self.validation = Spread(validation)
  }

  /// How far the mean validation loss is above the mean training loss; negative where it is below.
  package var difference: Double { validation.mean - training.mean }

  /// The difference that chance alone explains.
  package var chance: Double {
    2 * (Self.squaredError(of: training) + Self.squaredError(of: validation)).squareRoot()
  }

  /// Whether the validation loss is higher by more than chance explains.
  package var isBeyondChance: Bool { difference > chance }

  /// Bias and variance of a regression. Its error is the share of the training targets' variance
  /// that the squared misses leave, which on the training examples is 1 - R²; nil where these targets
  /// are all equal. The bias that chance explains is two standard errors of the training error.
  package static func diagnosis(
    training: NumberPredictions, validation: NumberPredictions, targetError: Double
  ) -> Diagnosis? {
    let middle = Spread(training.targets).mean
    let variance = Spread(training.targets.map { ($0 - middle) * ($0 - middle) }).mean
    guard variance > 0, variance.isFinite, !validation.targets.isEmpty else { return nil }
    func shares(_ answers: NumberPredictions) -> [Double] {
      answers.squaredMisses.map { $0 / variance }
    }
    let gap = LossGap(training: shares(training), validation: shares(validation))
    return Diagnosis(
      trainingError: gap.training.mean, validationError: gap.validation.mean,
      targetError: targetError, biasChance: 2 * squaredError(of: gap.training).squareRoot(),
      chance: gap.chance)
  }

  private static func squaredError(of spread: Spread) -> Double {
    spread.deviation * spread.deviation / Double(max(1, spread.values.count))
  }
}

extension NumberPredictions {
  /// The squared miss of each output.
  package var squaredMisses: [Double] {
    zip(outputs, targets).map { ($0 - $1) * ($0 - $1) }
  }
}
