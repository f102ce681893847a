import Language
import Reports
import Tuning
import Workbench

/// `folds 5`: the training examples cut into five parts, each of which once judges what has learned
/// from the others.
package enum FoldsCommand {
  private static let range = 2...50

  /// How the verb is typed and explained.
  package static let definition = CommandDefinition(
    verb: "folds", family: .data,
    summary: "cuts the training examples into folds, for evaluate folds",
    forms: ["folds 5"],
    example: [
      "data circles points=400", "split train=60% validation=20% test=20%", "folds 5",
    ])

  /// The verb, for the table of all verbs.
  package static let command = CellCommand(definition, action: run)

  private static func run(
    _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> FoldsReport {
    let data = try execution.data(for: arguments)
    let value = try arguments.value(0, orSay: "folds needs to know how many: folds 5")
    try arguments.expect(atMost: 1)
    let count = try arguments.count(value, what: "the number of folds", in: range)
    let folds = try StudyReader.folds(
      count, of: data, stratified: data.isClassification, seed: execution.state.seed,
      at: value.range)
    execution.state.data?.foldCount = count
    return FoldsReport(folds.map(\.validation), of: data)
  }
}
