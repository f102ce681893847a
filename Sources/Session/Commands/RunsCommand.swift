import Charts
import Language
import Networks
import Tuning

/// `runs`: every training of the notebook so far.
enum RunsCommand {
  static let definition = CommandDefinition(
    verb: "runs", family: .judging, summary: "lists the trainings so far", forms: ["runs"],
    example: TrainCommand.definition.example + ["runs"], action: .cell(run))

  private static func run(
    _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> Document {
    try arguments.expect(atMost: 0)
    guard !execution.state.runs.isEmpty else {
      return Document([.text("nothing has been trained yet")])
    }
    let columns: [Table.Column] = [
      .init("run", alignment: .right), .init("data"), .init("layers"), .init("options"),
      .init("training", alignment: .right), .init("validation", alignment: .right),
    ]
    let rows = execution.state.runs.enumerated().map { index, run -> [Table.Cell] in
      [
        .count(index + 1), .text("\(run.data), \(run.examples)"),
        .text(run.layers.joined(separator: ", ")), .text(run.options),
        result(of: run.training), result(of: run.validation),
      ]
    }
    return Document([
      .table(Table(columns: columns, rows: rows)),
      .text("training and validation: the error for classes, the loss for values"),
    ])
  }

  /// The error of a classification, the loss of a regression.
  static func result(of evaluation: Evaluation?) -> Table.Cell {
    guard let evaluation else { return .empty }
    if let error = evaluation.error { return .fraction(error) }
    return .number(evaluation.dataLoss, text: TrainingText.number(evaluation.dataLoss))
  }
}
