package import Charts
package import Networks
import TensorEngine
package import Workbench

/// `show penalty`: what each layer adds to the loss, and by which formula.
package struct PenaltyTable {
  /// The network whose weights are counted.
  package let network: Network
  /// What the training asks of all kernels.
  package let penalty: Penalty

  /// The penalty of each layer, and their sum.
  package static func document(of hand: NetworkInHand, examples: Int) -> Document {
    let settings = hand.settings ?? TrainingSettings()
    let table = PenaltyTable(
      network: hand.network, penalty: settings.penalty(examples: examples))
    let rows = table.rows
    let total = rows.reduce(0) { $0 + $1.value }
    let columns: [Table.Column] = [
      .init(term: "layer"), .init(term: "parameter"), .init("sum(|w|)", alignment: .right),
      .init("sum(w^2)", alignment: .right), .init(term: "l1", alignment: .right),
      .init(term: "l2", alignment: .right), .init(term: "penalty", alignment: .right),
    ]
    let footer: [[Table.Cell]] = [
      [.text("total"), .empty, .empty, .empty, .empty, .empty, cell(total)]
    ]
    var document = Document([
      .table(Table(columns: columns, rows: rows.map(\.cells), footer: footer))
    ])
    document.blocks += PenaltyText(settings: settings, examples: examples).sentences.map {
      .text($0)
    }
    if total == 0 {
      document.blocks.append(
        .text("Nothing is penalized: train l2=0.01 or add dense 8 tanh l2=0.01 does."))
    }
    return document
  }

  /// A line for each parameter that can be penalized, with its penalty.
  private var rows: [(cells: [Table.Cell], value: Double)] {
    network.summaries.enumerated().flatMap { index, layer in
      let specifications = network.layers[index].parameters(for: layer.inputShape)
      return specifications.indices.compactMap { place in
        row(
          "#\(layer.number) \(layer.text)", specifications[place],
          network.parameters[index].tensors[place].elements.map { Double($0) })
      }
    }
  }

  private func row(
    _ layer: String, _ specification: ParameterSpecification, _ weights: [Double]
  ) -> (cells: [Table.Cell], value: Double)? {
    let isPenalized =
      specification.role == .kernel || (specification.role == .bias && penalty.penalizesBias)
    guard isPenalized else { return nil }
    let l1 = specification.l1 + penalty.l1
    let l2 = specification.l2 + penalty.l2
    let magnitudes = weights.map { $0.magnitude }.laneSum
    let squares = weights.map { $0 * $0 }.laneSum
    let value = l1 * magnitudes + l2 * squares
    return (
      [.text(layer), .text(specification.name)]
        + [magnitudes, squares, l1, l2, value].map(Self.cell),
      value
    )
  }

  private static func cell(_ value: Double) -> Table.Cell {
    .number(value, text: NumberText.significant(value, digits: 4))
  }
}
