package import Charts
package import Networks
import TensorEngine

/// `show weights`: how large the weights of each layer are, and how many have vanished.
package enum WeightTable {
  /// What is called near 0.
  static let nearZero = 0.001

  /// A row for each parameter tensor.
  package static func document(of network: Network) -> Document {
    var rows: [[Table.Cell]] = []
    for (index, layer) in network.summaries.enumerated() {
      let parameters = network.parameters[index]
      for (name, tensor) in zip(parameters.names, parameters.tensors) {
        rows.append(row(layer, name, tensor))
      }
    }
    let columns: [Table.Column] = [
      .init(term: "layer"), .init(term: "parameter"), .init(term: "shape", alignment: .right),
      .init(term: "norm", alignment: .right), .init("longest", alignment: .right),
      .init("largest", alignment: .right), .init(term: "zeros", alignment: .right),
      .init("near 0", alignment: .right),
    ]
    return Document([
      .table(Table(columns: columns, rows: rows)),
      .text(
        "norm: the root of the sum of squares (Frobenius) · longest: the greatest norm of what "
          + "comes into a unit · largest: the greatest |w| · zeros: exactly 0 · near 0: "
          + "|w| < \(NumberText.significant(nearZero))"),
    ])
  }

  /// `show weights hash=yes`: the fingerprint of each parameter, to prove that it is unchanged.
  package static func hashes(of network: Network) -> Document {
    var rows: [[Table.Cell]] = []
    for (index, layer) in network.summaries.enumerated() {
      let parameters = network.parameters[index]
      for (name, tensor) in zip(parameters.names, parameters.tensors) {
        let hash = NumberHash.text(of: tensor.elements.map { Double($0) })
        rows.append([
          .text("#\(layer.number) \(layer.kind)"), .text(name),
          .text(tensor.shape.description), .text(hash), .text(layer.isFrozen ? "frozen" : ""),
        ])
      }
    }
    let columns: [Table.Column] = [
      .init(term: "layer"), .init(term: "parameter"), .init(term: "shape", alignment: .right),
      .init(term: "hash"),
      .init(""),
    ]
    return Document([
      .table(Table(columns: columns, rows: rows)),
      .text("hash: changes with any bit of the numbers; a formula has it as hash(weights(1))"),
    ])
  }

  private static func row(
    _ layer: LayerSummary, _ name: String, _ tensor: Tensor
  ) -> [Table.Cell] {
    let weights = tensor.elements.map { Double($0) }
    let columns = max(1, tensor.shape.last)
    let isMatrix = tensor.shape.dimensions.count > 1
    var squares = [Double](repeating: 0, count: columns)
    for (index, weight) in weights.enumerated() { squares[index % columns] += weight * weight }
    let longest = squares.reduce(0) { max($0, $1) }.squareRoot()
    let largest = weights.reduce(0) { max($0, $1.magnitude) }
    return [
      .text("#\(layer.number) \(layer.kind)"), .text(name),
      .text(tensor.shape.description), number(weights.map { $0 * $0 }.laneSum.squareRoot()),
      isMatrix ? number(longest) : .empty, number(largest),
      .count(weights.count { $0 == 0 }), .count(weights.count { $0.magnitude < nearZero }),
    ]
  }

  private static func number(_ value: Double) -> Table.Cell {
    .number(value, text: NumberText.significant(value, digits: 4, trailingZeros: .kept))
  }
}
