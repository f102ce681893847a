import Charts
import Language
import Networks
import TensorEngine
import Workbench

/// `backward`: the way back of the batch in hand, from the loss to every weight.
package enum BackwardCommand {
  package static let definition = CommandDefinition(
    verb: "backward", family: .training,
    summary: "goes back from the loss of the batch in hand to every weight",
    forms: ["backward"], example: ForwardCommand.start + ["forward batch=10", "backward"])

  package static let command = CellCommand(definition, action: run)

  private static func run(
    _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> Document {
    try arguments.expect(atMost: 0)
    let data = try execution.data(for: arguments)
    var hand = try execution.network(for: arguments, fitting: data)
    var batch = try HandText.batch(of: hand, for: arguments)
    try goBack(&batch, hand.network, data, execution, arguments)
    hand.take(batch)
    execution.state.network = hand
    return document(of: batch.pass, hand.network)
  }

  /// Finds the gradients of a batch that has none yet.
  static func goBack(
    _ batch: inout BatchInHand, _ network: Network, _ data: DataInHand, _ execution: Execution,
    _ arguments: Arguments
  ) throws(Diagnostic) {
    let old = batch
    batch.pass = try HandText.asking(arguments) { () throws(NetworkError) in
      try HandText.trainer(network, data, old.settings, execution).pass(
        rows: old.pass.rows, isTraining: old.pass.isTraining, goesBack: true)
    }
  }

  private static func document(of pass: BatchPass, _ network: Network) -> Document {
    guard let gradients = pass.gradients else { return Document() }
    var rows: [[Table.Cell]] = []
    for (index, layer) in network.summaries.enumerated() {
      let title = Table.Cell.text("#\(layer.number) \(layer.kind.rawValue)")
      if let outputs = gradients.outputs[index] {
        let isSums = gradients.endsBeforeActivation && layer.number == network.layers.count
        rows.append(
          [title, .text("\(isSums ? "sums" : "output") \(outputs.shape)")]
            + HandText.statistics(of: outputs.elements))
      }
      // Moving statistics follow the batches; no gradient reaches them.
      let specifications = network.layers[index].parameters(for: layer.inputShape)
      for (parameter, tensor) in zip(specifications, gradients.parameters[index])
      where parameter.role.isTrained {
        rows.append(
          [title, .text("\(parameter.name) \(tensor.shape)")]
            + HandText.statistics(of: tensor.elements))
      }
    }
    return Document([
      .facts(HandText.loss(of: pass)),
      .table(Table(columns: HandText.columns("gradient by"), rows: rows)),
    ])
  }
}
