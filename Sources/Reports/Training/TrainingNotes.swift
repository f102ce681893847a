package import Charts
package import Networks
package import Workbench

/// What a training has to say beyond its figures: the parts of the loss, and traps.
package enum TrainingNotes {
  package static func blocks(
    of hand: NetworkInHand, after result: TrainingResult, on data: DataInHand
  ) -> [Block] {
    var blocks: [Block] = []
    if let record = result.history.last, record.penalty != 0, let settings = hand.settings {
      blocks.append(.facts(parts(of: record, settings, hand.network, data)))
    }
    if let weights = hand.network.training.lossSettings.classWeights, result.steps > 0 {
      blocks.append(.facts(classWeights(weights)))
    }
    if let trap = hand.network.doubleSoftmax, hand.network.training.loss?.givesProbabilities == true
    {
      blocks.append(.text(warning(of: trap)))
    }
    if data.isClassification, hand.settings?.loss == nil,
      hand.network.training.loss == .meanSquaredError
    {
      blocks.append(
        .text(
          "The loss is mse: the last layer gives no probabilities. A sigmoid or softmax there "
            + "brings cross-entropy."))
    }
    return blocks
  }

  /// "data loss 0.5123 · penalty 0.0421 = 0.01 * sum(w^2)"
  private static func parts(
    of record: EpochRecord, _ settings: TrainingSettings, _ network: Network, _ data: DataInHand
  ) -> [Fact] {
    var formulas = PenaltyText(
      settings: settings, examples: data.rows(of: .training).count
    ).formulas
    let hasOwn = zip(network.layers, network.summaries).contains { layer, summary in
      layer.parameters(for: summary.inputShape).contains { $0.l1 != 0 || $0.l2 != 0 }
    }
    if hasOwn { formulas.append("the layers' own") }
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
