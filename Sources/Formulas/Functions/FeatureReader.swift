package import Datasets
package import Language
import TensorEngine
import Workbench

/// Reads the formulas of features: what in them is a column, and what is a number.
package struct FeatureReader {
  /// So that its name fits into the file of a network.
  private static let longestName = 500

  private let columns: [String]
  private let evaluator: Evaluator

  /// Reads formulas that speak of these columns. Names that `let` gave a number to are replaced by
  /// it; a column of the same name comes first.
  package init(columns: [String], evaluator: Evaluator) {
    self.columns = columns
    self.evaluator = evaluator
  }

  /// A formula as a feature, called by its text.
  ///
  /// - Throws: A `Diagnostic` at what is no column and no number, and for a formula of no column.
  package func feature(_ expression: Expression) throws(Diagnostic) -> FeatureExpansion.Feature {
    let formula = try formula(expression)
    guard !formula.columns.isEmpty else {
      throw Diagnostic(
        "this is the same number for every example", at: expression.range,
        hints: ["a feature is a formula of columns: \(columns.first.map(name) ?? "x1")^2"])
    }
    let name = text(of: formula, within: .sum)
    guard name.utf8.count <= Self.longestName else {
      throw Diagnostic(
        "a feature's formula has at most \(Self.longestName) characters", at: expression.range)
    }
    return FeatureExpansion.Feature(name: name, formula: formula)
  }

  private func formula(_ expression: Expression) throws(Diagnostic) -> FeatureFormula {
    switch expression.kind {
    case .number(let number), .percent(let number): return .number(number)
    case .word(let word), .string(let word): return try named(word, expression)
    case .unary(.negate, let operand): return .negated(try formula(operand))
    case .binary(let sign, let left, let right):
      guard let operation = FeatureFormula.Operation(rawValue: sign.rawValue) else { break }
      return .combined(operation, try formula(left), try formula(right))
    case .call(let name, let arguments): return try call(name, arguments)
    case .size, .path, .range, .index, .matrix, .unary: break
    }
    throw Diagnostic(
      "a feature is a formula of the columns of one example", at: expression.range,
      hints: ["for example: features x1^2, x1*x2, sin(x1)"])
  }

  private func named(_ word: String, _ expression: Expression) throws(Diagnostic) -> FeatureFormula
  {
    if let place = columns.firstIndex(of: word) { return .column(place) }
    if case .word = expression.kind {
      if case .number(let number)? = evaluator.state.bindings.value(of: word) {
        return .number(number)
      }
      if let constant = ExpressionFunction.constants.first(where: { $0.name == word }) {
        return .number(constant.value)
      }
    }
    throw Wording.unknownWord(word, what: "column", among: columns, at: expression.range)
  }

  private func call(_ name: Name, _ arguments: [Argument]) throws(Diagnostic) -> FeatureFormula {
    let known = FeatureFormula.Function.allCases.map(\.rawValue)
    guard let function = FeatureFormula.Function(rawValue: name.text) else {
      guard ExpressionFunction.named(name.text) != nil else {
        throw Wording.unknownWord(name.text, what: "function", among: known, at: name.range)
      }
      throw Diagnostic(
        "\(name.text) is no function of one number", at: name.range,
        hints: ["features take: \(known.joined(separator: ", "))"])
    }
    guard arguments.count == 1, case .value(let operand)? = arguments.first else {
      throw Diagnostic("it is used as \(name.text)(x)", at: name.range)
    }
    return .function(function, try formula(operand))
  }
}

/// How tightly the parts of a formula hold together.
private enum Tightness: Comparable {
  case sum, product, sign, power, whole
}

extension FeatureReader {
  /// The formula without spaces: read again it is the same.
  private func text(of formula: FeatureFormula, within least: Tightness) -> String {
    let (text, tightness) = parts(of: formula)
    return tightness < least ? "(\(text))" : text
  }

  private func parts(of formula: FeatureFormula) -> (String, Tightness) {
    switch formula {
    case .number(let value):
      return (Expression(.number(value), range: .none).formatted, value < 0 ? .sign : .whole)
    case .column(let place): return (name(columns[place]), .whole)
    case .negated(let operand): return ("-" + text(of: operand, within: .power), .sign)
    case .function(let function, let operand):
      return ("\(function.rawValue)(\(text(of: operand, within: .sum)))", .whole)
    case .combined(let operation, let left, let right):
      let (own, ofLeft, ofRight) = Self.tightness(of: operation)
      return (
        text(of: left, within: ofLeft) + operation.rawValue + text(of: right, within: ofRight), own
      )
    }
  }

  /// Of the whole, and the least of its two sides: sums and products group to the left, powers
  /// to the right.
  private static func tightness(
    of operation: FeatureFormula.Operation
  ) -> (own: Tightness, left: Tightness, right: Tightness) {
    switch operation {
    case .add, .subtract: (.sum, .sum, .product)
    case .multiply, .divide: (.product, .product, .sign)
    case .power: (.power, .whole, .power)
    }
  }

  /// A column as it is typed: in quotes, if it is no plain word.
  private func name(_ column: String) -> String {
    Expression(column.isPlainWord ? .word(column) : .string(column), range: .none).formatted
  }
}

extension String {
  /// Whether it is a word of the language that means nothing else in a formula.
  fileprivate var isPlainWord: Bool {
    guard let first = utf8.first, !["and", "or", "not", "by", "log"].contains(self) else {
      return false
    }
    func isLetter(_ byte: UInt8) -> Bool {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
    return isLetter(first)
      && utf8.allSatisfy {
        isLetter($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
          || $0 == UInt8(ascii: "_")
      }
  }
}

extension SourceRange {
  /// The place of what was not typed.
  fileprivate static let none = SourceRange(0, 0)
}
