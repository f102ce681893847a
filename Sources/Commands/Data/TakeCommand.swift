import Charts
import Datasets
import Formulas
import Language
import Reports
import TensorEngine
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
    let count: Int
    do {
      count = try arguments.count(
        value, what: "the number of training examples", in: 1...max(1, available))
    } catch {
      let all = data.examples.count - data.rows(of: .validation).count - data.rows(of: .test).count
      guard let wanted = try? arguments.evaluator.number(value), wanted > Double(available),
        all > available
      else { throw error }
      // What an earlier one has left out is no mistake of the number.
      throw Diagnostic(
        error.message, at: error.range,
        hints: error.hints + [
          "take has left out others before: the line that made or divided the data brings all "
            + "\(all) back"
        ])
    }
    do {
      try data.take(count, seed: execution.state.seed)
    } catch {
      throw Wording.diagnostic(for: error, in: arguments.command, at: value.range)
    }
    execution.state.data = data
    return SplitReport(data)
  }
}
