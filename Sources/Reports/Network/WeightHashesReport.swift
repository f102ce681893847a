package import Charts
package import Networks
package import TensorEngine

/// What `show weights hash=yes` found: the fingerprint of each parameter, which proves that it is
/// unchanged.
package struct WeightHashesReport: Report {
  /// One parameter of a layer.
  package struct Parameter: Sendable {
    /// The layer.
    package let layer: LayerSummary
    /// The name of the parameter within it.
    package let name: String
    /// Its shape.
    package let shape: Shape
    /// Its fingerprint, which changes with any bit of its numbers.
    package let hash: String
  }

  /// The parameters, in the order of the layers.
  package let parameters: [Parameter]

  /// Takes the fingerprints of the weights of a network.
  package init(of network: Network) {
    parameters = network.summaries.enumerated().flatMap { index, layer in
      let parameters = network.parameters[index]
      return zip(parameters.names, parameters.tensors).map { name, tensor in
        Parameter(
          layer: layer, name: name, shape: tensor.shape,
          hash: NumberHash.text(of: tensor.elements.map { Double($0) }))
      }
    }
  }

  package var document: Document {
    let rows = parameters.map { parameter -> [Table.Cell] in
      [
        .text("#\(parameter.layer.number) \(parameter.layer.kind)"),
        .text(parameter.name), .text(parameter.shape.description), .text(parameter.hash),
        .text(parameter.layer.isFrozen ? "frozen" : ""),
      ]
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
}
