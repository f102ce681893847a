import Language
import Testing

/// Trees as short texts, so that a test reads as a table: `(+ 1 (* 2 x))`.
enum TreeText {
  static func of(_ source: String) -> String {
    Script(parsing: source).statements.map(of).joined(separator: " | ")
  }

  static func of(_ statement: Statement) -> String {
    switch statement {
    case .command(let command): of(command.verb.text, command.arguments)
    case .binding(let binding): "let \(binding.name.text) = \(of(binding.value))"
    case .loop(let loop):
      "for \(loop.variable.text) in \(list(loop.values)) { "
        + loop.body.map(of).joined(separator: "; ") + " }" + (loop.endTokens.isEmpty ? "?" : "")
    case .rule(let rule):
      "when \(of(rule.condition)) do " + of(rule.action.verb.text, rule.action.arguments)
    case .edit(let edit): "edit \(edit.number)" + (edit.statement.map { ": " + of($0) } ?? "")
    case .note(let note): "note <\(note.text)>"
    case .blank: "blank"
    case .malformed(let malformed): "malformed(\(malformed.verb?.text ?? ""))"
    }
  }

  private static func of(_ verb: String, _ arguments: [Argument]) -> String {
    ([verb] + arguments.map(of)).joined(separator: " ")
  }

  static func of(_ argument: Argument) -> String {
    switch argument {
    case .value(let value): of(value)
    case .option(let option): "\(option.name.text)=\(list(option.values))"
    }
  }

  private static func list(_ values: [Expression]) -> String {
    values.count == 1 ? of(values[0]) : "{" + values.map(of).joined(separator: " ") + "}"
  }

  static func of(_ expression: Expression) -> String {
    switch expression.kind {
    case .number(let value): "\(value)"
    case .percent(let value): "pct(\(value))"
    case .size(let dimensions): "size\(dimensions)"
    case .string(let text): "\"\(text)\""
    case .path(let text): "<\(text)>"
    case .word(let text): text
    case .range(let range): of(range)
    case .call(let name, let arguments):
      "\(name.text)(\(arguments.map(of).joined(separator: ", ")))"
    case .unary(let sign, let operand): "(\(sign.rawValue) \(of(operand)))"
    case .binary(let sign, let left, let right): "(\(sign.rawValue) \(of(left)) \(of(right)))"
    case .index(let base, let indices):
      "at(\(of(base)); \(indices.map(of).joined(separator: " ")))"
    case .matrix(let rows):
      "[" + rows.map { $0.map(of).joined(separator: " ") }.joined(separator: "; ") + "]"
    }
  }

  private static func of(_ range: ValueRange) -> String {
    let bounds = "\(of(range.from)) to \(of(range.to))"
    return switch range.step {
    case .none: "(\(bounds))"
    case .by(let step): "(\(bounds) by \(of(step)))"
    case .logarithmic(let count): "(\(bounds) log\(count.map { " " + of($0) } ?? ""))"
    }
  }
}

/// A line and what it is expected to be.
struct Case: CustomTestStringConvertible {
  var source: String
  var expected: String

  init(_ source: String, _ expected: String) {
    self.source = source
    self.expected = expected
  }

  var testDescription: String { source }
}
