import Charts
import Language
import Networks
import Workbench

/// `check gradients`: the gradients of the batch in hand, or of the next one, against differences
/// of the loss.
enum GradientComparison {
  static func run(
    _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> Document {
    try arguments.expect(atMost: 1)
    let data = try execution.data(for: arguments)
    let hand = try execution.network(for: arguments, fitting: data)
    let settings = try TrainingReader.settings(
      from: arguments, seed: execution.state.seed,
      basedOn: hand.batch?.settings ?? hand.settings)
    let trainer = HandText.trainer(hand.network, data, settings, execution)
    let rows = hand.batch?.pass.rows ?? trainer.batch(0)
    let isTraining = hand.batch?.pass.isTraining ?? true
    let lines = try HandText.asking(arguments) { () throws(NetworkError) in
      try trainer.gradientDifferences(rows: rows, isTraining: isTraining)
    }
    let largest = lines.map(\.largest).reduce(0) { $1 > $0 || $1.isNaN ? $1 : $0 }
    let agree = largest <= GradientDifference.bound
    if !agree { execution.failedChecks += 1 }
    return document(lines, of: hand.network, largest: largest, agree: agree)
  }

  private static func document(
    _ lines: [GradientDifference], of network: Network, largest: Double, agree: Bool
  ) -> Document {
    let columns: [Table.Column] =
      [.init("layer"), .init("parameter")]
      + ["compared", "of", "largest difference"].map { .init($0, alignment: .right) }
    let rows = lines.map { line -> [Table.Cell] in
      let layer = network.summaries[line.layer]
      return [
        .text("#\(layer.number) \(layer.kind.rawValue)"), .text(line.parameter),
        .count(line.comparisons), .count(line.count),
        .number(line.largest, text: NumberText.significant(line.largest, digits: 2)),
      ]
    }
    var document = Document([
      .table(Table(columns: columns, rows: rows)),
      .facts([
        Fact(
          "holds", .flag(agree), text: agree ? "the gradients hold" : "the gradients do not hold"),
        Fact(
          "largest", .number(largest),
          text: "largest difference \(NumberText.significant(largest, digits: 2))"),
        Fact(
          "bound", .number(GradientDifference.bound),
          text: "rounding explains \(NumberText.significant(GradientDifference.bound, digits: 2))"),
      ]),
    ])
    if !agree {
      document.blocks.append(
        .text("A relu whose input is close to 0 has a kink there, and no derivative to compare."))
    }
    return document
  }
}
