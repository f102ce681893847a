package import Charts
package import Networks
package import TensorEngine
import Workbench

/// What `show network` shows: the layers of a network, with their shapes and parameters and how
/// they are counted.
package struct NetworkReport: Report {
  /// The network's name.
  package let name: String
  /// The shape of one input, without the batch.
  package let inputShape: Shape
  /// The layers, in order.
  package let layers: [LayerSummary]
  /// How many numbers they keep, and how many of these training changes.
  package let parameterCount, trainableCount: Int
  /// For how many epochs it has been trained.
  package let epochs: Int
  /// What it was trained by; nil before the first training.
  package let optimizer: Optimizer.Kind?
  /// Whether it is shown where each size and each count comes from.
  package let showsDerivation: Bool

  /// Describes a network.
  package init(_ network: Network, showsDerivation: Bool) {
    name = network.name
    inputShape = network.inputShape
    layers = network.summaries
    parameterCount = network.parameterCount
    trainableCount = network.trainableParameterCount
    epochs = network.training.epochs
    optimizer = network.training.optimizer?.optimizer.kind
    self.showsDerivation = showsDerivation
  }

  package var document: Document {
    Document(
      [.facts(facts), .table(table)]
        + (showsDerivation
          ? [.table(DerivationTable.table(of: layers, parameters: parameterCount))] : []))
  }

  private var facts: [Fact] {
    [
      Fact("network", .text(name), text: name),
      Fact("input", .text(inputShape.description), text: "input \(inputShape)"),
      Fact("epochs", .count(epochs), text: epochs == 0 ? "not trained yet" : trained),
    ]
  }

  /// "trained for 20 epochs by adam"
  private var trained: String {
    "trained for \(Wording.count(epochs, "epoch"))" + (optimizer.map { " by \($0.rawValue)" } ?? "")
  }

  private var table: Table {
    let columns: [Table.Column] = [
      .init(term: "layer"), .init("output"), .init(term: "parameters", alignment: .right),
      .init("counted as"),
    ]
    let rows = layers.map { layer -> [Table.Cell] in
      [
        .text("#\(layer.number) \(layer.text)\(layer.isFrozen ? " (frozen)" : "")"),
        .text(layer.outputShape.description),
        .count(layer.parameterCount), .text(layer.derivation.map { Wording.text(of: $0) } ?? ""),
      ]
    }
    return Table(columns: columns, rows: rows, footer: totals)
  }

  /// All parameters, and where not all are trained, how many are.
  private var totals: [[Table.Cell]] {
    var rows = [("total", parameterCount)]
    if trainableCount != parameterCount {
      rows += [
        ("trainable", trainableCount), ("not trainable", parameterCount - trainableCount),
      ]
    }
    return rows.map { [.text($0.0), .empty, .count($0.1), .empty] }
  }
}
