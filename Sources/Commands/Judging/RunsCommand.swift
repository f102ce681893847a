import Charts
import Language
import Networks
import Reports
import Tuning
import Workbench

/// `runs`: the trainings of the notebook, and the variants of its comparisons.
package enum RunsCommand {
  package static let definition = CommandDefinition(
    verb: "runs", family: .judging, summary: "lists the trainings so far, those of comparisons too",
    forms: ["runs"], example: TrainCommand.definition.example + ["runs"])

  package static let command = CellCommand(definition, action: run)

  private static func run(
    _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> Document {
    try arguments.expect(atMost: 0)
    let runs = execution.state.runs
    guard !runs.isEmpty else {
      return Document([.text("nothing has been trained yet")])
    }
    let columns: [Table.Column] = [
      .init("run", alignment: .right), .init("data"), .init("layers"), .init("options"),
      .init("training", alignment: .right), .init("validation", alignment: .right),
    ]
    let rows = runs.numbers.map { number -> [Table.Cell] in
      let run = runs[number]
      return [
        .count(number), .text("\(run.data), \(run.examples)"),
        .text(run.layers.joined(separator: ", ")), .text(options(of: run)),
        RunTable.result(of: run.training), RunTable.result(of: run.validation),
      ]
    }
    var blocks: [Block] = [
      .table(Table(columns: columns, rows: rows)),
      .text("training and validation: the error for classes, the loss for values"),
    ]
    if runs.first > 1 {
      blocks.append(.text("the runs before \(runs.first) are no longer listed"))
    }
    return Document(blocks)
  }

  /// "epochs=5 rate=0.1", "compare l2=0.01: epochs=5 rate=0.1"
  private static func options(of run: RunRecord) -> String {
    run.variant.map { "compare \($0): \(run.options)" } ?? run.options
  }
}
