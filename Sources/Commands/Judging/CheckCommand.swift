import Formulas
import Language
import Reports
import Workbench

/// `check error(validation) < 10%`: whether it holds, and by how much.
package enum CheckCommand {
  /// How the verb is typed and explained.
  package static let definition = CommandDefinition(
    verb: "check", family: .judging,
    summary: "says whether a condition holds, and by how much",
    forms: ["check error(validation) < 10%", "check gradients"], form: .formula,
    words: ["gradients"], options: [WorkConsent.option.definition],
    example: ["check 2^10 > 1000"])

  /// The verb, for the table of all verbs.
  package static let command = CellCommand(definition, action: run)

  private static func run(
    _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> any Report {
    let condition = try arguments.value(
      0, orSay: "check needs a condition: check error(validation) < 10%")
    if arguments.text(of: condition) == "gradients" {
      return try GradientComparison.run(execution, arguments)
    }
    guard case .truth(let holds) = try arguments.evaluator.quantity(condition) else {
      throw Diagnostic(
        "a condition is expected, such as error(validation) < 10%", at: condition.range)
    }
    let digits = execution.state.digits
    guard case .binary(let operation, let left, let right) = condition.kind,
      ![.and, .or].contains(operation)
    else { return CheckReport(holds: holds, digits: digits) }
    return CheckReport(
      holds: holds, sides: try sides(left, right, arguments), comparison: operation.rawValue,
      digits: digits)
  }

  private static func sides(
    _ left: Expression, _ right: Expression, _ arguments: Arguments
  ) throws(Diagnostic) -> CheckReport.Sides {
    let evaluator = arguments.evaluator
    if case .word(let first) = try evaluator.quantity(left),
      case .word(let second) = try evaluator.quantity(right)
    {
      return .words(left: first, right: second)
    }
    return .numbers(left: try evaluator.number(left), right: try evaluator.number(right))
  }
}
