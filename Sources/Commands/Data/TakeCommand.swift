import Charts
import Datasets
import Language
import Reports
import Workbench

/// `take 500`: fewer training examples, the first of the seeded shuffle.
package enum TakeCommand {
  /// How the verb is typed and explained.
  package static let definition = CommandDefinition(
    verb: "take", family: .data,
    summary: "keeps only the first N of the shuffled training examples",
    forms: ["take 500"],
    example: ["data circles points=400", "split validation=20%", "take 50"])

  /// The verb, for the table of all verbs.
  package static let command = CellCommand(definition, action: run)

  private static func run(
    _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> SplitReport {
    var data = try execution.data(for: arguments)
    try arguments.expect(atMost: 1)
    let value = try arguments.value(0, orSay: "take needs a number of examples")
    let available = data.rows(of: .training).count
    let count = try arguments.count(
      value, what: "the number of training examples", in: 1...max(1, available))
    do {
      try data.take(count, seed: execution.state.seed)
    } catch {
      throw Wording.diagnostic(for: error, in: arguments.command, at: value.range)
    }
    execution.state.data = data
    return SplitReport(data)
  }
}
