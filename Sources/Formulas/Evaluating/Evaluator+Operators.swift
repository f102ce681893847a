package import Language
import Networks
import TensorEngine
package import Workbench

extension Evaluator {
  /// The value of `-x` or `not x`.
  ///
  /// - Throws: a `Diagnostic` for an operand of another kind.
  package func unary(
    _ operation: UnaryOperator, _ operand: Quantity, at range: SourceRange
  ) throws(Diagnostic) -> Quantity {
    switch (operation, operand) {
    case (.negate, .number(let number)): return .number(-number)
    case (.negate, .matrix(let matrix)):
      try requireMatrix(matrix.rows, matrix.columns, at: range)
      return .matrix(
        try working(at: range) { interruption throws(EngineError) in
          try matrix.map(interruption) { -$0 }
        })
    case (.not, .truth(let truth)): return .truth(!truth)
    case (.negate, _):
      throw Diagnostic("a number is expected, not \(operand.kind)", at: range)
    case (.not, _):
      throw Diagnostic("not needs a comparison, not \(operand.kind)", at: range)
    }
  }

  /// The value of two operands and the sign between them; `and` and `or` look at the second only
  /// where it matters.
  ///
  /// - Throws: a `Diagnostic` for operands that do not fit together.
  package func binary(
    _ operation: BinaryOperator, _ leftSide: Expression, _ rightSide: Expression
  ) throws(Diagnostic) -> Quantity {
    let left = try quantity(leftSide)
    let rest = waiting(with: left, of: leftSide)
    let right = try rest.quantity(rightSide)
    let all = rest.waiting(with: right, of: rightSide)
    switch operation {
    case .and, .or:
      let first = try truth(left, at: leftSide.range)
      let second = try truth(right, at: rightSide.range)
      return .truth(operation == .and ? first && second : first || second)
    case .equal where left.isWord && right.isWord: return .truth(left == right)
    case .notEqual where left.isWord && right.isWord: return .truth(left != right)
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
      return try .truth(
        compare(operation, scalar(left, at: leftSide.range), scalar(right, at: rightSide.range)))
    case .matrixProduct:
      return try all.product(left, right, at: leftSide.range.union(rightSide.range))
    case .add, .subtract, .multiply, .divide, .power:
      return try all.combine(operation, left, right, at: leftSide.range.union(rightSide.range))
    }
  }

  private func truth(_ value: Quantity, at range: SourceRange) throws(Diagnostic) -> Bool {
    guard case .truth(let truth) = value else {
      throw Diagnostic("a comparison is expected, not \(value.kind)", at: range)
    }
    return truth
  }

  private func scalar(_ value: Quantity, at range: SourceRange) throws(Diagnostic) -> Double {
    guard case .number(let number) = value else {
      throw Diagnostic("only numbers can be compared, not \(value.kind)", at: range)
    }
    return number
  }

  private func compare(_ operation: BinaryOperator, _ left: Double, _ right: Double) -> Bool {
    switch operation {
    case .equal: left == right
    case .notEqual: left != right
    case .less: left < right
    case .lessOrEqual: left <= right
    case .greater: left > right
    default: left >= right
    }
  }

  private func product(
    _ left: Quantity, _ right: Quantity, at range: SourceRange
  ) throws(Diagnostic) -> Quantity {
    guard case .matrix(let first) = left, case .matrix(let second) = right else {
      throw Diagnostic("@ multiplies two matrices; * multiplies numbers", at: range)
    }
    guard first.rows.multipliedReportingOverflow(by: second.columns).partialValue <= Matrix.limit
    else {
      throw Diagnostic(
        "a matrix of \(first.rows) x \(second.columns) is too large for a formula", at: range)
    }
    try requireMatrix(first.rows, second.columns, at: range)
    try spend(
      Work(operations: 2 * Double(first.rows) * Double(first.columns) * Double(second.columns)),
      at: range)
    let result = try working(at: range) { _ throws(EngineError) in
      try first.product(second, pool: pool)
    }
    guard let result else {
      throw Diagnostic(
        "\(left.kind) and \(right.kind) can't be multiplied: "
          + "\(first.columns) columns meet \(second.rows) rows", at: range)
    }
    return .matrix(result)
  }

  /// Element by element; a number meets every element of a matrix.
  private func combine(
    _ operation: BinaryOperator, _ left: Quantity, _ right: Quantity, at range: SourceRange
  ) throws(Diagnostic) -> Quantity {
    let function = Self.function(of: operation)
    if case .matrix(let matrix) = left {
      try requireMatrix(matrix.rows, matrix.columns, at: range)
    } else if case .matrix(let matrix) = right {
      try requireMatrix(matrix.rows, matrix.columns, at: range)
    }
    switch (left, right) {
    case (.number(let first), .number(let second)):
      return .number(function(first, second))
    case (.number(let first), .matrix(let second)):
      return .matrix(
        try working(at: range) { interruption throws(EngineError) in
          try second.map(interruption) { function(first, $0) }
        })
    case (.matrix(let first), .number(let second)):
      return .matrix(
        try working(at: range) { interruption throws(EngineError) in
          try first.map(interruption) { function($0, second) }
        })
    case (.matrix(let first), .matrix(let second)):
      guard first.rows == second.rows, first.columns == second.columns else {
        throw Diagnostic(
          "\(left.kind) and \(right.kind) don't fit element by element", at: range)
      }
      let elements = try working(at: range) { interruption throws(EngineError) in
        try first.elements.map(with: second.elements, interruption, function)
      }
      return .matrix(Matrix(rows: first.rows, columns: first.columns, elements: elements))
    default:
      throw Diagnostic("numbers are expected around \(operation.rawValue)", at: range)
    }
  }

  private static func function(of operation: BinaryOperator) -> (Double, Double) -> Double {
    switch operation {
    case .add: { $0 + $1 }
    case .subtract: { $0 - $1 }
    case .multiply: { $0 * $1 }
    case .divide: { $0 / $1 }
    default: { ElementaryMath.power($0, $1) }
    }
  }
}
