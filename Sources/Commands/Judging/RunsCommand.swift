import Language
import Networks
import Reports
import Tuning
import Workbench

/// `runs`: the trainings of the notebook, and the variants of its comparisons.
package enum RunsCommand {
  /// How the verb is typed and explained.
  package static let definition = CommandDefinition(
    verb: "runs", family: .judging, summary: "lists the trainings so far, those of comparisons too",
    forms: ["runs"], example: TrainCommand.definition.example + ["runs"])

  /// The verb, for the table of all verbs.
  package static let command = CellCommand(definition, action: run)

  private static func run(
    _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> RunsReport {
    try arguments.expect(atMost: 0)
    var runs = execution.state.runs
    try execution.asking(arguments) { () throws(NetworkError) in
      try runs.measure(execution.settings.pool)
    }
    execution.state.runs = runs
    return RunsReport(runs)
  }
}
