package import TensorEngine

/// What K networks answered for the same M examples, each network trained on another training set.
///
/// Two decompositions of their expected error. For each example y is the target, f the answer of a
/// network, E the mean over targets drawn anew (where what they would be is known) and over
/// networks.
///
/// **Squared error**, of numbers or of probabilities (the Brier score; with one output of the
/// probability of class 1, else summed over the classes):
///
/// ```
/// E (y - f)²  =  (E y - f̄)²  +  E (f - f̄)²  +  E (y - E y)²
///                bias²          variance       noise
/// ```
///
/// f̄ is the mean of K answers and not of all possible ones, so (E y - f̄)² is too large by a K-th
/// of the variance; that is taken off it, and the variance is that of a sample, with K - 1. The
/// sum is exactly the mean squared error of the K networks; a bias² near 0 may come out a little
/// negative.
///
/// **0–1 loss**, L(a, b) = 1 where a ≠ b. With y* the most probable class and m the class that
/// most networks choose:
///
/// ```
/// E L(y, f)  =  E L(y, m) - E L(y, y*)  +  E L(y, f) - E L(y, m)  +  E L(y, y*)
///               bias                       variance                  noise
/// ```
///
/// Without noise the bias is Domingos's B, 1 where m ≠ y*, and the variance his V where m is right
/// less his V where m is wrong (for two classes).
///
/// Sources: G. James, "Variance and Bias for General Loss Functions", 2003, whose systematic
/// effect and variance effect these are; P. Domingos, "A Unified Bias-Variance Decomposition",
/// 2000; R. Kohavi and D. Wolpert, "Bias Plus Variance Decomposition for Zero-One Loss Functions",
/// 1996, for the correction of a finite K; S. Geman, E. Bienenstock and R. Doursat, "Neural
/// Networks and the Bias/Variance Dilemma", 1992, for squared error.
package struct RepeatedAnswers: Sendable {
  /// The outputs of each network, `[M, width]`, flat.
  package let outputs: [[Float]]
  /// How many outputs an example has.
  package let width: Int
  /// The targets of the M examples.
  package let targets: Targets
  /// What the targets would be on average; nil where nobody knows.
  package let expected: ExpectedTargets?
  /// A single output above this means class 1.
  package let decisionThreshold: Float

  /// Answers for examples; `outputs` has `width` numbers for each of them, and each network's has
  /// as many as the others'.
  package init(
    outputs: [[Float]], targets: Targets, expected: ExpectedTargets?,
    decisionThreshold: Float = 0.5
  ) {
    self.outputs = outputs
    self.targets = targets
    self.expected = expected
    self.decisionThreshold = decisionThreshold
    width = (outputs.first?.count ?? 0) / max(1, targets.rowCount)
  }

  private var count: Int { targets.rowCount }

  /// The parts of the squared error.
  package var squared: ErrorParts {
    var (bias, variance, noise) = (0.0, 0.0, 0.0)
    for row in 0..<count {
      for output in 0..<width {
        let answers = Spread(outputs.map { Double($0[row * width + output]) })
        let (mean, scatter) = target(row, output)
        let square = answers.deviation * answers.deviation
        let distance = mean - answers.mean
        bias += distance * distance - square / Double(max(1, outputs.count))
        variance += square
        noise += scatter
      }
    }
    return parts(bias, variance, noise)
  }

  /// The mean of a target and its variance about that.
  private func target(_ row: Int, _ output: Int) -> (mean: Double, variance: Double) {
    switch targets {
    case .values(let values, let width):
      guard let expected, width == 1 else { return (Double(values[row * width + output]), 0) }
      return (expected.means[row], expected.variances[row])
    case .classes(let classes, _):
      let number = width == 1 ? 1 : output
      guard let expected else { return (Int(classes[row]) == number ? 1 : 0, 0) }
      let probability = expected.means[row * expected.width + number]
      return (probability, probability * (1 - probability))
    }
  }

  /// The parts of the 0–1 loss, the share of wrong classes; nil where the targets are numbers.
  package var zeroOne: ErrorParts? {
    guard case .classes(let classes, let classCount) = targets, !outputs.isEmpty else { return nil }
    var (bias, variance, noise) = (0.0, 0.0, 0.0)
    for row in 0..<count {
      var votes = [Int](repeating: 0, count: classCount)
      for network in outputs { votes[choice(network[row * width..<(row + 1) * width])] += 1 }
      let errors = (0..<classCount).map { number in
        expected.map { 1 - $0.means[row * $0.width + number] }
          ?? (Int(classes[row]) == number ? 0 : 1)
      }
      let least = errors.min() ?? 0
      let majority = errors[votes.firstIndex(of: votes.max() ?? 0) ?? 0]
      let mean =
        zip(votes, errors).reduce(0) { $0 + Double($1.0) * $1.1 } / Double(outputs.count)
      bias += majority - least
      variance += mean - majority
      noise += least
    }
    return parts(bias, variance, noise)
  }

  /// The class that outputs choose; the first of equals.
  private func choice(_ outputs: ArraySlice<Float>) -> Int {
    guard outputs.count > 1 else { return outputs.first ?? 0 > decisionThreshold ? 1 : 0 }
    var best = outputs.startIndex
    for index in outputs.indices where outputs[index] > outputs[best] { best = index }
    return best - outputs.startIndex
  }

  private func parts(_ bias: Double, _ variance: Double, _ noise: Double) -> ErrorParts {
    let count = Double(max(1, count))
    return ErrorParts(
      bias: bias / count, variance: variance / count, noise: expected == nil ? nil : noise / count)
  }
}
