import Datasets
import Language
import Networks
import Reports
import TensorEngine
import Tuning
import Workbench

/// Measures what `diagnose` asks of a network before it speaks.
struct DiagnosedNetwork {
  private let hand: NetworkInHand
  private let data: DataInHand
  private let execution: Execution
  private let arguments: Arguments

  /// Takes the network in hand with its data.
  init(
    _ hand: NetworkInHand, _ data: DataInHand, _ execution: Execution, _ arguments: Arguments
  ) {
    self.hand = hand
    self.data = data
    self.execution = execution
    self.arguments = arguments
  }

  /// Bias and variance where the targets are numbers; nil without a validation split.
  func ofValues(targetError: Double) throws(Diagnostic) -> Diagnosis? {
    guard !data.rows(of: .validation).isEmpty, let training = try numbers(of: .training),
      let validation = try numbers(of: .validation)
    else { return nil }
    return LossGap.diagnosis(
      training: training, validation: validation, targetError: targetError)
  }

  /// The training loss in inference mode, where dropout was at work in the curve.
  func quietLoss() throws(Diagnostic) -> Double? {
    guard hand.network.layers.contains(where: { $0 is Dropout }) else {
      return nil
    }
    return try execution.evaluation(of: hand.network, on: .training, data, arguments)?.dataLoss
  }

  /// Whether a sign may be spoken of: an overfitting only where the validation loss lies above the
  /// training loss by more than chance explains, and bias and variance do not call the same loss a
  /// good fit.
  func isBeyondChance(
    _ sign: CurveSign, beside diagnosis: Diagnosis?
  ) throws(Diagnostic) -> Bool {
    guard case .overfitting(_, let least, _, _) = sign else { return true }
    if !data.isClassification, let diagnosis { return diagnosis.hasHighVariance }
    // Of weights that went back to their best epoch, the end can't be measured any more.
    let loss = try execution.evaluation(of: hand.network, on: .validation, data, arguments)?
      .dataLoss
    if let loss, (loss - least).magnitude <= 1e-9 * least { return true }
    guard let training = try losses(of: .training), let validation = try losses(of: .validation)
    else { return true }
    return LossGap(training: training, validation: validation).isBeyondChance
  }

  /// What is wrong before anything else is: inputs as they come, answers that a constant beats, and
  /// gradients that do not arrive.
  func causes(_ diagnosis: Diagnosis?) throws(Diagnostic) -> [DiagnosisReport.Finding] {
    let fading = try execution.asking(arguments) { () throws(NetworkError) in
      try GradientSign.sign(
        of: hand.network, on: data.examples,
        rows: DiagnoseCommand.some(data.rows(of: .training)), pool: execution.settings.pool)
    }
    return [unscaled, try constant(diagnosis), fading.map { .vanishing($0) }].compactMap(\.self)
  }

  /// A feature is far from scaled where its mean or its deviation is above 10, or where its deviation
  /// is a hundredth of another one's; the one with the greatest is named.
  private var unscaled: DiagnosisReport.Finding? {
    guard data.scaler == nil, !data.dataset.isImages else { return nil }
    let features = data.dataset.featureStatistics(of: data.rows(of: .training))
    func size(_ feature: FeatureStatistics) -> Double {
      max(feature.mean.magnitude, feature.deviation)
    }
    guard let worst = features.max(by: { size($0) < size($1) }) else { return nil }
    let deviations = features.map(\.deviation).filter { $0 > 0 }
    let ratio = (deviations.max() ?? 1) / (deviations.min() ?? 1)
    guard size(worst) > 10 || ratio > 100 else { return nil }
    return .unscaled(feature: worst.name, mean: worst.mean, deviation: worst.deviation)
  }

  private func constant(_ diagnosis: Diagnosis?) throws(Diagnostic) -> DiagnosisReport.Finding? {
    guard let diagnosis, case .classes(let classes, let count) = data.examples.targets else {
      return nil
    }
    let rows = data.rows(of: .validation)
    var counts = [Int](repeating: 0, count: count)
    for row in rows { counts[Int(classes[Int(row)])] += 1 }
    guard let most = counts.max(), let largest = counts.firstIndex(of: most) else { return nil }
    let share = Double(most) / Double(max(1, rows.count))
    let accuracy = 1 - diagnosis.validationError
    let chance = 2 * (share * (1 - share) / Double(max(1, rows.count))).squareRoot()
    guard accuracy < share - chance else { return nil }
    return .worseThanLargest(
      name: data.dataset.classNames.className(largest), share: share, accuracy: accuracy)
  }

  private func numbers(of part: DataInHand.Part) throws(Diagnostic) -> NumberPredictions? {
    try execution.asking(arguments) { () throws(NetworkError) in
      try hand.network.numberPredictions(
        data.examples, rows: data.rows(of: part), pool: execution.settings.pool)
    }
  }

  /// The loss of each example; nil where it is not known.
  private func losses(of part: DataInHand.Part) throws(Diagnostic) -> [Double]? {
    guard !data.rows(of: part).isEmpty else { return nil }
    if !data.isClassification { return try numbers(of: part)?.squaredMisses }
    let answers = try execution.asking(arguments) { () throws(NetworkError) in
      try hand.network.classPredictions(
        data.examples, rows: data.rows(of: part), pool: execution.settings.pool)
    }
    guard let answers, answers.areProbabilities else { return nil }
    return answers.logLikelihoods.map { -$0 }
  }
}
