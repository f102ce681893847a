import Charts
package import Networks

/// What the numbers of a tensor of a layer are like.
package struct TensorFigures: Sendable {
  /// The layer.
  package let layer: LayerSummary
  /// Which tensor it is, as a table names it: "kernel [2, 8]".
  package let name: String
  /// What its numbers are like.
  package let statistics: NumberStatistics

  /// Measures the numbers of a tensor.
  package init(of elements: [Float], called name: String, in layer: LayerSummary) {
    self.layer = layer
    self.name = name
    statistics = NumberStatistics(of: elements)
  }

  /// A table of tensors; `what` is said of their names.
  static func table(_ what: String, _ tensors: [TensorFigures]) -> Table {
    Table(
      columns: [
        .init(term: "layer"), .init(what), .init("mean", alignment: .right),
        .init(term: "deviation", alignment: .right), .init("min", alignment: .right),
        .init("max", alignment: .right),
        .init("zeros", term: "zero elements", alignment: .right),
      ], rows: tensors.map(\.row))
  }

  private var row: [Table.Cell] {
    let numbers = [
      statistics.mean, statistics.deviation, statistics.least, statistics.greatest,
    ]
    return [.text("#\(layer.number) \(layer.kind)"), .text(name)]
      + numbers.map { .number($0, text: BatchLoss.number($0)) } + [.count(statistics.zeros)]
  }
}
