package import Charts
package import Networks
import Workbench

/// Where the size of each layer's output and the number of its parameters come from.
package enum DerivationTable {
  /// The layers of a network with the sum behind each size and each count.
  package static func table(of network: Network) -> Table {
    Table(
      columns: [.init(term: "layer"), .init("has"), .init("because")],
      rows: network.summaries.flatMap(rows), footer: [footer(network)])
  }

  private static func rows(_ layer: LayerSummary) -> [[Table.Cell]] {
    var rows: [[Table.Cell]] = []
    if let derivation = layer.outputDerivation {
      rows.append([.empty, .text("output \(layer.outputShape)"), .text(derivation)])
    }
    let parameters = Wording.count(layer.parameterCount, "parameter")
    if let derivation = layer.derivation {
      let terms = layer.derivationTerms.map { ": \($0)" } ?? ""
      rows.append([.empty, .text(parameters), .text(derivation + terms)])
    } else {
      rows.append([.empty, .text(parameters), .text("it learns nothing")])
    }
    rows[0][0] = .text("#\(layer.number) \(layer.text)")
    return rows
  }

  private static func footer(_ network: Network) -> [Table.Cell] {
    let counts = network.summaries.map(\.parameterCount).filter { $0 > 0 }
    return [
      .text("total"), .text(Wording.count(network.parameterCount, "parameter")),
      .text(counts.map { NumberText.count($0) }.joined(separator: " + ")),
    ]
  }
}
