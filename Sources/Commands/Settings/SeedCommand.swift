import Language
import Reports
import Workbench

/// `seed 3`: the number from which everything random is drawn from here on.
package enum SeedCommand {
  /// How the verb is typed and explained.
  package static let definition = CommandDefinition(
    verb: "seed", family: .notebook,
    summary: "sets the number from which everything random is drawn from here on",
    forms: ["seed 3"], example: ["seed 3"])

  /// The verb, for the table of all verbs.
  package static let command = CellCommand(definition, action: run)

  /// The largest seed that can be typed: every whole number up to it is exact in the language.
  package static let largest = 9_007_199_254_740_991

  private static func run(
    _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> SettingReport {
    try arguments.expect(atMost: 1)
    if let value = arguments.values.first {
      execution.state.seed = UInt64(try arguments.count(value, what: "seed", in: 0...largest))
    }
    return .seed(execution.state.seed)
  }
}
