package import Charts
package import Networks

/// What `check gradients` found: the gradients of a batch against differences of the loss.
package struct GradientReport: Report {
  /// One comparison for each parameter, in the order of the layers.
  package let differences: [GradientDifference]
  /// The layers, in order.
  package let layers: [LayerSummary]

  /// Puts together what was found.
  package init(_ differences: [GradientDifference], layers: [LayerSummary]) {
    self.differences = differences
    self.layers = layers
  }

  /// The largest difference; no number where one of them is none.
  package var largest: Double {
    differences.map(\.largest).reduce(0) { $1 > $0 || $1.isNaN ? $1 : $0 }
  }

  /// Whether no difference is larger than rounding explains.
  package var holds: Bool { largest <= GradientDifference.bound }

  package var failedChecks: Int { holds ? 0 : 1 }

  package var document: Document {
    var blocks: [Block] = [.table(table), .facts(facts)]
    if !holds {
      blocks.append(
        .text("A relu whose input is close to 0 has a kink there, and no derivative to compare."))
    }
    return Document(blocks)
  }

  private var table: Table {
    let columns: [Table.Column] =
      [.init(term: "layer"), .init(term: "parameter")]
      + ["compared", "of", "largest difference"].map { .init($0, alignment: .right) }
    let rows = differences.map { line -> [Table.Cell] in
      let layer = layers[line.layer]
      return [
        .text("#\(layer.number) \(layer.kind)"), .text(line.parameter),
        .count(line.comparisons), .count(line.count),
        .number(line.largest, text: number(line.largest)),
      ]
    }
    return Table(columns: columns, rows: rows)
  }

  private var facts: [Fact] {
    [
      Fact(
        "holds", .flag(holds), text: holds ? "the gradients hold" : "the gradients do not hold"),
      Fact("largest", .number(largest), text: "largest difference \(number(largest))"),
      Fact(
        "bound", .number(GradientDifference.bound),
        text: "rounding explains \(number(GradientDifference.bound))"),
    ]
  }

  private func number(_ value: Double) -> String { NumberText.significant(value, digits: 2) }
}
