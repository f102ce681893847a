import Charts
import Tuning

extension DiagnosisText {
  /// What the loss is without what dropout adds to the curve.
  static func quiet(_ loss: Double) -> String {
    " That curve was measured with dropout at work; without it the training loss is "
      + "\(TrainingText.number(loss))."
  }

  /// What inputs as they come do to a training.
  func unscaled(_ feature: String, mean: Double, deviation: Double) -> Judgement {
    func number(_ value: Double) -> String { NumberText.significant(value, digits: 3) }
    return Judgement(
      sentence: "Unscaled inputs: \(feature) has mean \(number(mean)) and deviation "
        + "\(number(deviation)); weights learn well from inputs around 0 with deviations around 1.",
      advice: "scaled features first, then a training from new weights.",
      command: "scale standard", term: "standardization", isCauseOfBias: true)
  }

  /// What a network is worth that a constant answer beats.
  func worseThanLargest(_ name: String, share: Double, accuracy: Double) -> Judgement {
    Judgement(
      sentence: "Worse than a constant: always naming class \(name) would be right in "
        + "\(NumberText.percent(share)) of the validation examples, the network is in "
        + "\(NumberText.percent(accuracy)).",
      advice: "another rate, features that tell the classes apart.",
      command: "show metrics validation", term: "class imbalance")
  }

  /// What fades on its way back.
  func judgement(of sign: GradientSign) -> Judgement {
    let ratio =
      sign.ratio.isFinite
      ? "\(NumberText.significant(sign.ratio, digits: 2)) times smaller than" : "0 beside"
    return Judgement(
      sentence: "Vanishing gradients: the gradient of layer \(sign.first) is \(ratio) that of "
        + "layer \(sign.last), so the first layers hardly learn.",
      advice: "relu, he_normal, batch normalization, fewer layers.",
      command: "plot gradients", term: "vanishing gradient", isCauseOfBias: true)
  }
}

extension DiagnosisText.Judgement {
  /// The same with something more to say.
  func saying(_ more: String) -> DiagnosisText.Judgement {
    DiagnosisText.Judgement(
      sentence: sentence + more, advice: advice, command: command, term: term,
      isCauseOfBias: isCauseOfBias)
  }
}
