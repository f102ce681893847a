import Charts
import Datasets
import Language
import Networks
import Reports
import Workbench

/// `evaluate`: loss and accuracy on each split.
package enum EvaluateCommand {
  package static let definition = CommandDefinition(
    verb: "evaluate", family: .training,
    summary: "the loss on each split, with accuracy, or MSE, MAE and R2",
    forms: ["evaluate", "evaluate test", "evaluate ensemble=a,b,c"],
    words: ["train", "training", "validation", "test"],
    options: [EnsembleCommand.option.definition],
    example: TrainCommand.definition.example + ["evaluate"])

  package static let command = CellCommand(definition, action: run)

  private static func run(
    _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> Document {
    try arguments.expect(atMost: 1)
    let data = try execution.data(for: arguments)
    var parts = DataInHand.Part.allCases.filter { !data.rows(of: $0).isEmpty }
    if let value = arguments.values.first {
      let word = try arguments.word(value, among: definition.words, what: "split")
      parts = [try SplitName.part(word, of: data, at: value.range)]
    }
    if arguments.has(EnsembleCommand.option) {
      return try EnsembleCommand.evaluation(on: parts, data, &execution, arguments)
    }
    let network = try execution.network(for: arguments, fitting: data).network
    var rows: [[Table.Cell]] = []
    var penalty = 0.0
    for part in parts {
      guard let evaluation = try execution.evaluation(of: network, on: part, data, arguments)
      else { continue }
      rows.append(
        row(part, evaluation) + (try numbers(network, part, data, execution, arguments)))
      penalty = evaluation.penalty
    }
    let columns: [Table.Column] =
      [.init("split"), .init("examples", alignment: .right), .init("loss", alignment: .right)]
      + (data.isClassification
        ? [.init("accuracy", alignment: .right), .init("error", alignment: .right)]
        : ["MSE", "MAE", "R2"].map { .init($0, alignment: .right) })
    var document = Document([.table(Table(columns: columns, rows: rows))])
    if penalty > 0 {
      let text = "the penalty on the weights adds \(TrainingText.number(penalty)) in training"
      document.blocks.append(.facts([Fact("penalty", .number(penalty), text: text)]))
    }
    if parts.contains(.test) { document.blocks.append(execution.lookAtTest()) }
    return document
  }

  /// What a regression is measured by besides its loss.
  private static func numbers(
    _ network: Network, _ part: DataInHand.Part, _ data: DataInHand, _ execution: Execution,
    _ arguments: Arguments
  ) throws(Diagnostic) -> [Table.Cell] {
    let predictions = try execution.asking(arguments) { () throws(NetworkError) in
      try network.numberPredictions(
        data.examples, rows: data.rows(of: part), pool: execution.settings.pool)
    }
    guard let predictions else { return [] }
    return [
      predictions.meanSquaredError, predictions.meanAbsoluteError,
      predictions.determination.value,
    ].map { .number($0, text: TrainingText.number($0)) }
  }

  private static func row(_ part: DataInHand.Part, _ evaluation: Evaluation) -> [Table.Cell] {
    var row: [Table.Cell] = [
      .text(part.rawValue), .count(evaluation.count),
      .number(evaluation.dataLoss, text: TrainingText.number(evaluation.dataLoss)),
    ]
    if let accuracy = evaluation.accuracy, let error = evaluation.error {
      row += [.fraction(accuracy), .fraction(error)]
    }
    return row
  }
}
