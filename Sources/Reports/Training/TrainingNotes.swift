import Charts
package import Networks
package import Workbench

/// What a training has to say beyond its figures: the parts of the loss, and traps.
package struct TrainingNotes: Sendable {
  /// The parts of the loss in the last epoch, with the formulas of the penalty; nil without one.
  package let penalty: (record: EpochRecord, formulas: [String])?
  /// What each class counts; nil where all count alike.
  package let classWeights: [Double]?
  /// Two softmaxes in a row, where the loss needs one.
  package let doubleSoftmax: DoubleSoftmax?
  /// Whether classes are learned by a loss that takes the outputs for numbers, unasked.
  package let learnsClassesAsNumbers: Bool

  /// Finds out what there is to say of a network after its training.
  package init(of hand: NetworkInHand, after result: TrainingResult, on data: DataInHand) {
    let training = hand.network.training
    if let record = result.history.last, record.penalty != 0, let settings = hand.settings {
      penalty = (record, Self.formulas(settings, hand.network, data))
    } else {
      penalty = nil
    }
    classWeights = result.steps > 0 ? training.lossSettings.classWeights : nil
    doubleSoftmax = training.loss?.givesProbabilities == true ? hand.network.doubleSoftmax : nil
    learnsClassesAsNumbers =
      data.isClassification && hand.settings?.loss == nil && training.loss == .meanSquaredError
  }

  private static func formulas(
    _ settings: TrainingSettings, _ network: Network, _ data: DataInHand
  ) -> [String] {
    let formulas = PenaltyText(
      settings: settings, examples: data.rows(of: .training).count
    ).formulas
    let hasOwn = zip(network.layers, network.summaries).contains { layer, summary in
      layer.parameters(for: summary.inputShape).contains { $0.l1 != 0 || $0.l2 != 0 }
    }
    return formulas + (hasOwn ? ["the layers' own"] : [])
  }

  var blocks: [Block] {
    var blocks: [Block] = []
    if let penalty { blocks.append(.facts(Self.parts(of: penalty.record, penalty.formulas))) }
    if let classWeights { blocks.append(.facts(Self.classWeights(classWeights))) }
    if let doubleSoftmax { blocks.append(.text(Self.warning(of: doubleSoftmax))) }
    if learnsClassesAsNumbers {
      blocks.append(
        .text(
          "The loss is mse: the last layer gives no probabilities. A sigmoid or softmax there "
            + "brings cross-entropy."))
    }
    return blocks
  }

  /// "data loss 0.5123 · penalty 0.0421 = 0.01 * sum(w^2)"
  private static func parts(of record: EpochRecord, _ formulas: [String]) -> [Fact] {
    let formula = formulas.isEmpty ? "" : " = \(formulas.joined(separator: " + "))"
    let penalty = TrainingText.number(record.penalty)
    return [
      TrainingText.loss("data_loss", record.dataLoss, text: "data loss"),
      Fact("penalty", .number(record.penalty), text: "penalty \(penalty)\(formula)"),
    ]
  }

  /// "class weights 0.556 / 5"
  private static func classWeights(_ weights: [Double]) -> [Fact] {
    let shown = weights.prefix(10).map { NumberText.significant($0, digits: 3) }
    let rest = weights.count > 10 ? " / …" : ""
    return [
      Fact(
        "class_weights", .list(weights.map { .number($0) }),
        text: "class weights \(shown.joined(separator: " / "))\(rest)")
    ]
  }

  private static func warning(of trap: DoubleSoftmax) -> String {
    "The outputs pass through softmax twice, in layers \(trap.first) and \(trap.second). What "
      + "enters the second one lies between 0 and 1, so no probability gets above "
      + "\(NumberText.significant(trap.greatestProbability, digits: 3)) and the loss stays above "
      + "\(NumberText.significant(trap.lossFloor, digits: 5)). remove \(trap.second) takes the "
      + "second one out: the loss reaches through one softmax to the logits by itself."
  }
}
