import Charts
import Networks
import TensorEngine
import Workbench

/// Where the size of each layer's output and the number of its parameters come from.
enum DerivationTable {
  /// The layers of a network with the sum behind each size and each count.
  ///
  /// - Parameter parameters: How many numbers all of them keep.
  static func table(of layers: [LayerSummary], parameters: Int) -> Table {
    Table(
      columns: [.init(term: "layer"), .init("has"), .init("because")],
      rows: layers.flatMap(rows), footer: [footer(layers, parameters)])
  }

  private static func rows(_ layer: LayerSummary) -> [[Table.Cell]] {
    var rows: [[Table.Cell]] = []
    if let derivation = layer.outputDerivation {
      rows.append([
        .empty, .text("output \(layer.outputShape)"), .text(Wording.text(of: derivation)),
      ])
    }
    let parameters = Wording.count(layer.parameterCount, "parameter")
    if let derivation = layer.derivation {
      let terms = Wording.terms(of: derivation).map { ": \($0)" } ?? ""
      rows.append([.empty, .text(parameters), .text(Wording.text(of: derivation) + terms)])
    } else {
      rows.append([.empty, .text(parameters), .text("it learns nothing")])
    }
    rows[0][0] = .text("#\(layer.number) \(layer.text)")
    return rows
  }

  private static func footer(_ layers: [LayerSummary], _ parameters: Int) -> [Table.Cell] {
    let counts = layers.map(\.parameterCount).filter { $0 > 0 }
    return [
      .text("total"), .text(Wording.count(parameters, "parameter")),
      .text(counts.map { NumberText.count($0) }.joined(separator: " + ")),
    ]
  }
}
