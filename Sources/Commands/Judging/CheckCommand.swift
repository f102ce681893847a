import Charts
import Formulas
import Language
import Workbench

/// `check error(validation) < 10%`: whether it holds, and by how much.
package enum CheckCommand {
  package static let definition = CommandDefinition(
    verb: "check", family: .judging,
    summary: "says whether a condition holds, and by how much",
    forms: ["check error(validation) < 10%", "check gradients"], words: ["gradients"],
    example: ["check 2^10 > 1000"])

  package static let command = CellCommand(definition, action: run)

  private static func run(
    _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> Document {
    let condition = try arguments.value(
      0, orSay: "check needs a condition: check error(validation) < 10%")
    if arguments.text(of: condition) == "gradients" {
      return try GradientComparison.run(&execution, arguments)
    }
    guard case .truth(let holds) = try arguments.evaluator.quantity(condition) else {
      throw Diagnostic(
        "a condition is expected, such as error(validation) < 10%", at: condition.range)
    }
    if !holds { execution.failedChecks += 1 }
    var facts = [Fact("holds", .flag(holds), text: holds ? "holds" : "does not hold")]
    if case .binary(let operation, let left, let right) = condition.kind,
      ![.and, .or].contains(operation)
    {
      facts += try sides(operation, left, right, holds: holds, execution, arguments)
    }
    return Document([.facts(facts)])
  }

  /// "0.08 < 0.1", "by 0.02"; of words only whether they are the same.
  private static func sides(
    _ operation: BinaryOperator, _ left: Expression, _ right: Expression, holds: Bool,
    _ execution: Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> [Fact] {
    let relation = "\(holds ? "" : "is not ")\(operation.rawValue)"
    if case .word(let first) = try arguments.evaluator.quantity(left),
      case .word(let second) = try arguments.evaluator.quantity(right)
    {
      return [Fact("left", .text(first), text: "\(first) \(relation) \(second)")]
    }
    let first = try arguments.evaluator.number(left)
    let second = try arguments.evaluator.number(right)
    let digits = execution.state.digits
    let sides = [first, second].map { NumberText.significant($0, digits: digits) }
    let margin = NumberText.significant((first - second).magnitude, digits: digits)
    return [
      Fact("left", .number(first), text: "\(sides[0]) \(relation) \(sides[1])"),
      Fact("margin", .number(first - second), text: "\(holds ? "by" : "off by") \(margin)"),
    ]
  }
}
