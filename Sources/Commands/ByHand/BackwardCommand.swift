import Language
import Networks
import Reports
import TensorEngine
import Workbench

/// `backward`: the way back of the batch in hand, from the loss to every weight.
package enum BackwardCommand {
  /// How the verb is typed and explained.
  package static let definition = CommandDefinition(
    verb: "backward", family: .training,
    summary: "goes back from the loss of the batch in hand to every weight",
    forms: ["backward"], example: ForwardCommand.start + ["forward batch=10", "backward"])

  /// The verb, for the table of all verbs.
  package static let command = CellCommand(definition, action: run)

  private static func run(
    _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> BackwardReport {
    try arguments.expect(atMost: 0)
    let data = try execution.data(for: arguments)
    var hand = try execution.network(for: arguments, fitting: data)
    var batch = try HandReader.batch(of: hand, for: arguments)
    try goBack(&batch, hand.network, data, execution, arguments)
    hand.take(batch)
    execution.state.network = hand
    return report(on: batch.pass, hand.network)
  }

  /// Finds the gradients of a batch that has none yet.
  static func goBack(
    _ batch: inout BatchInHand, _ network: Network, _ data: DataInHand, _ execution: Execution,
    _ arguments: Arguments
  ) throws(Diagnostic) {
    let old = batch
    batch.pass = try execution.asking(arguments) { () throws(NetworkError) in
      try HandReader.trainer(network, data, old.settings, execution).pass(
        rows: old.pass.rows, isTraining: old.pass.isTraining, goesBack: true)
    }
  }

  private static func report(on pass: BatchPass, _ network: Network) -> BackwardReport {
    var figures: [TensorFigures] = []
    for (index, layer) in network.summaries.enumerated() {
      guard let gradients = pass.gradients else { continue }
      if let outputs = gradients.outputs[index] {
        let isSums = gradients.endsBeforeActivation && layer.number == network.layers.count
        figures.append(
          TensorFigures(
            of: outputs.elements, called: "\(isSums ? "sums" : "output") \(outputs.shape)",
            in: layer))
      }
      // Moving statistics follow the batches; no gradient reaches them.
      let specifications = network.layers[index].parameters(for: layer.inputShape)
      for (parameter, tensor) in zip(specifications, gradients.parameters[index])
      where parameter.role.isTrained {
        figures.append(
          TensorFigures(
            of: tensor.elements, called: "\(parameter.name) \(tensor.shape)", in: layer))
      }
    }
    return BackwardReport(loss: BatchLoss(pass), gradients: figures)
  }
}
