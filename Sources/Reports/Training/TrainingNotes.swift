import Charts
package import Networks
import TensorEngine
package import Workbench

/// What a training has to say beyond its figures: the parts of the loss, and traps.
package struct TrainingNotes: Sendable {
  /// The parts of the loss in the last epoch, with the formulas of the penalty; nil without one.
  package let penalty: (record: EpochRecord, formulas: [String])?
  /// What each class counts; nil where all count alike.
  package let classWeights: [Double]?
  /// Two softmaxes in a row, where the loss needs one.
  package let doubleSoftmax: DoubleSoftmax?
  /// Why a layer does not belong behind the output layer, and what to do; nil where none is there.
  package let disturbedOutput: String?
  /// How many weights are exactly 0, of how many, where a training is told to make zeros.
  package let zeros: (count: Int, weights: Int)?
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
    disturbedOutput = hand.network.disturbedOutput.map { Self.warning(of: $0, hand.network) }
    zeros = hand.settings?.isProximal == true ? Self.zeros(of: hand.network) : nil
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
    if let zeros { blocks.append(.facts([Self.fact(zeros)])) }
    if let classWeights { blocks.append(.facts(Self.classWeights(classWeights))) }
    if let doubleSoftmax { blocks.append(.text(Self.warning(of: doubleSoftmax))) }
    if let disturbedOutput { blocks.append(.text(disturbedOutput)) }
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

  private static func zeros(of network: Network) -> (count: Int, weights: Int) {
    let kernels = zip(network.layers, network.summaries).enumerated().flatMap { index, layer in
      zip(network.parameters[index].tensors, layer.0.parameters(for: layer.1.inputShape))
        .filter { $1.role == .kernel }.map(\.0)
    }
    return (
      kernels.reduce(0) { $0 + WeightStatistics(of: $1).zeros },
      kernels.reduce(0) { $0 + $1.count }
    )
  }

  /// "zeros 12 of 33 weights"
  private static func fact(_ zeros: (count: Int, weights: Int)) -> Fact {
    Fact(
      "zeros", .count(zeros.count),
      text: "zeros \(NumberText.count(zeros.count)) of \(Wording.count(zeros.weights, "weight"))")
  }

  private static func warning(of disturbed: DisturbedOutput, _ network: Network) -> String {
    let reason = Wording.reason(against: disturbed, in: network)
    let layer = network.layers[disturbed.layer - 1].text
    return "\(reason). remove \(disturbed.layer) and insert \(disturbed.output) \(layer) put it in "
      + "front of it."
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
