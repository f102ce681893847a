package import Charts
package import Networks
import TensorEngine
import Workbench

/// The layers of a network as a table, with shapes and parameters and how they are counted.
package enum NetworkTable {
  /// The layers, their shapes and their parameters, and the totals.
  package static func document(of network: Network) -> Document {
    let columns: [Table.Column] = [
      .init(term: "layer"), .init("output"), .init(term: "parameters", alignment: .right),
      .init("counted as"),
    ]
    let rows = network.summaries.map { layer -> [Table.Cell] in
      [
        .text("#\(layer.number) \(layer.text)\(layer.isFrozen ? " (frozen)" : "")"),
        .text(layer.outputShape.description),
        .count(layer.parameterCount), .text(layer.derivation ?? ""),
      ]
    }
    return Document([
      .facts([
        Fact("network", .text(network.name), text: network.name),
        Fact(
          "input", .text(network.inputShape.description), text: "input \(network.inputShape)"),
        Fact(
          "epochs", .count(network.training.epochs),
          text: network.training.epochs == 0
            ? "not trained yet" : trained(network.training)),
      ]),
      .table(
        Table(
          columns: columns, rows: rows,
          footer: totals(of: network))),
    ])
  }

  /// All parameters, and where not all are trained, how many are.
  private static func totals(of network: Network) -> [[Table.Cell]] {
    let (all, trainable) = (network.parameterCount, network.trainableParameterCount)
    var rows: [(String, Int)] = [("total", all)]
    if trainable != all { rows += [("trainable", trainable), ("not trainable", all - trainable)] }
    return rows.map { [.text($0.0), .empty, .count($0.1), .empty] }
  }

  /// "trained for 20 epochs by adam"
  private static func trained(_ training: TrainingState) -> String {
    let optimizer = training.optimizer.map { " by \($0.optimizer.kind.rawValue)" } ?? ""
    return "trained for \(Wording.count(training.epochs, "epoch"))\(optimizer)"
  }
}
