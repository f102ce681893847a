import Charts
import Networks

/// Penalties as formulas, each with its convention.
struct PenaltyText {
  let settings: TrainingSettings
  /// The number of training examples.
  let examples: Int

  /// "0.01 * sum(w^2)" for each penalty of the training that is at work.
  var formulas: [String] {
    let all: [(Double, String)] = [
      (settings.l1, "\(number(settings.l1)) * sum(|w|)"),
      (settings.lambda1, "\(number(settings.lambda1)) / \(examples) * sum(|w|)"),
      (settings.l2, "\(number(settings.l2)) * sum(w^2)"),
      (settings.lambda, "\(number(settings.lambda)) / (2 * \(examples)) * sum(w^2)"),
    ]
    return all.filter { $0.0 != 0 }.map(\.1)
  }

  /// A sentence for each penalty of the training: its formula, its gradient, and what it is in the
  /// other convention.
  var sentences: [String] { magnitudes + squares + remarks }

  private var magnitudes: [String] {
    let m = Double(max(1, examples))
    var sentences: [String] = []
    if settings.l1 != 0 {
      sentences.append(
        "l1=\(number(settings.l1)) (Keras's L1) adds \(number(settings.l1)) * sum(|w|); "
          + magnitudeStep(number(settings.l1))
          + "In the form lambda1 / m it is lambda1=\(number(settings.l1 * m)).")
    }
    if settings.lambda1 != 0 {
      sentences.append(
        "lambda1=\(number(settings.lambda1)) (L1) adds lambda1 / m * sum(|w|) with m = \(examples) "
          + "training examples; " + magnitudeStep("lambda1 / m")
          + "Keras's l1 for it is \(number(settings.lambda1 / m)).")
    }
    return sentences
  }

  /// What a step makes of l1.
  private func magnitudeStep(_ l1: String) -> String {
    settings.isProximal
      ? "it is taken behind each step: w := sign(w) * max(|w| - rate * \(l1), 0). "
      : "its gradient is \(l1) * sign(w). "
  }

  private var squares: [String] {
    let m = Double(max(1, examples))
    var sentences: [String] = []
    if settings.l2 != 0 {
      sentences.append(
        "l2=\(number(settings.l2)) (Keras's L2) adds \(number(settings.l2)) * sum(w^2), without a "
          + "half; its gradient is \(number(2 * settings.l2)) * w. "
          + "In the form lambda / (2 m) it is lambda=\(number(2 * settings.l2 * m)).")
    }
    if settings.lambda != 0 {
      sentences.append(
        "lambda=\(number(settings.lambda)) (L2) adds lambda / (2 m) * sum(w^2) with "
          + "m = \(examples) training examples; its gradient is lambda / m * w. "
          + "Keras's l2 for it is \(number(settings.lambda / (2 * m))).")
    }
    return sentences
  }

  /// What holds for the penalties together, and what limits the weights without one.
  private var remarks: [String] {
    var sentences: [String] = []
    if formulas.count > 1 || (settings.l1 + settings.lambda1) * (settings.l2 + settings.lambda) > 0
    {
      sentences.append("L1 and L2 together are called elastic net.")
    }
    if !formulas.isEmpty {
      sentences.append(
        settings.penalizesBias
          ? "Biases are penalized too." : "Biases are not penalized (penalize_bias=no).")
    }
    if let limit = settings.maxNorm {
      sentences.append(
        "max_norm=\(number(limit)) adds nothing to the loss: after each step, the weights into a "
          + "unit are shortened to norm \(number(limit)) where they are longer.")
    }
    return sentences
  }

  private func number(_ value: Double) -> String { NumberText.significant(value, digits: 6) }
}
