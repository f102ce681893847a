import Formulas
package import Language
package import Reports
package import Workbench

/// `print EXPRESSION`: the value alone on its line.
package enum PrintCommand {
  /// How the verb is typed and explained.
  package static let definition = CommandDefinition(
    verb: "print", family: .looking, summary: "computes a formula and prints its value",
    forms: ["print error(validation)", "print loss() + 0.1 * norm(weights(1))^2"],
    form: .formula, options: [WorkConsent.option.definition],
    example: ["print 2 * (3 + 4)^2"])

  /// The verb, for the table of all verbs.
  package static let command = CellCommand(definition, action: run)

  private static func run(
    _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> any Report {
    let value = try arguments.value(0, orSay: "print needs a formula: print 1 + 2")
    if case .string(let text) = value.kind { return SentenceReport(text) }
    return report(
      of: value, try arguments.evaluator.quantity(value), digits: execution.state.digits)
  }

  /// What is printed of a formula that comes to a value.
  package static func report(
    of formula: Expression, _ value: Quantity, digits: Int
  ) -> PrintedReport {
    PrintedReport(
      formula: formula.formatted, value: value,
      functions: formula.functions.map(PrintedReport.Function.init(named:)), digits: digits)
  }
}

extension PrintedReport.Function {
  /// A function of the expression language by its name; a name alone where there is none.
  fileprivate init(named name: String) {
    let known = ExpressionFunction.named(name)
    self.init(name, usage: known?.usage, meaning: known?.meaning)
  }
}

extension Expression {
  /// The names of all functions that are called in a formula, each once, from the left.
  fileprivate var functions: [String] {
    let all: [String] =
      switch kind {
      case .call(let name, let arguments):
        [name.text]
          + arguments.flatMap { argument in
            if case .value(let value) = argument { value.functions } else { [String]() }
          }
      case .unary(_, let operand): operand.functions
      case .binary(_, let left, let right): left.functions + right.functions
      case .index(let base, let indices): base.functions + indices.flatMap(\.functions)
      case .matrix(let rows): rows.flatMap { $0.flatMap(\.functions) }
      case .number, .percent, .size, .string, .path, .word, .range: []
      }
    return all.reduce(into: []) { names, name in
      if !names.contains(name) { names.append(name) }
    }
  }
}
