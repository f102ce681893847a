package import Charts
package import Networks
package import TensorEngine

/// What `show weights` found: how large the weights of each layer are, and how many have vanished.
package struct WeightsReport: Report {
  /// One parameter of a layer.
  package struct Parameter: Sendable {
    /// The layer.
    package let layer: LayerSummary
    /// The name of the parameter within it.
    package let name: String
    /// Its shape.
    package let shape: Shape
    /// How large its weights are.
    package let statistics: WeightStatistics
  }

  /// The parameters, in the order of the layers.
  package let parameters: [Parameter]

  /// Measures the weights of a network.
  package init(of network: Network) {
    parameters = network.summaries.enumerated().flatMap { index, layer in
      let parameters = network.parameters[index]
      return zip(parameters.names, parameters.tensors).map { name, tensor in
        Parameter(
          layer: layer, name: name, shape: tensor.shape, statistics: WeightStatistics(of: tensor))
      }
    }
  }

  package var document: Document {
    let columns: [Table.Column] = [
      .init(term: "layer"), .init(term: "parameter"), .init(term: "shape", alignment: .right),
      .init(term: "norm", alignment: .right), .init("longest", alignment: .right),
      .init("largest", alignment: .right), .init(term: "zeros", alignment: .right),
      .init("near 0", alignment: .right),
    ]
    return Document([
      .table(Table(columns: columns, rows: parameters.map(Self.row))),
      .text(
        "norm: the root of the sum of squares (Frobenius) · longest: the greatest norm of what "
          + "comes into a unit · largest: the greatest |w| · zeros: exactly 0 · near 0: "
          + "|w| < \(NumberText.significant(WeightStatistics.nearZero))"),
    ])
  }

  private static func row(_ parameter: Parameter) -> [Table.Cell] {
    let statistics = parameter.statistics
    return [
      .text("#\(parameter.layer.number) \(parameter.layer.kind)"), .text(parameter.name),
      .text(parameter.shape.description), number(statistics.norm),
      statistics.longest.map(number) ?? .empty, number(statistics.largest),
      .count(statistics.zeros), .count(statistics.nearZeros),
    ]
  }

  private static func number(_ value: Double) -> Table.Cell {
    .number(value, text: NumberText.significant(value, digits: 4, trailingZeros: .kept))
  }
}
