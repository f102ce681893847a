/// An operator before one value.
package enum UnaryOperator: String, Hashable, Sendable {
  /// The opposite number.
  case negate = "-"
  /// The opposite of a condition.
  case not
}

/// An operator between two values, weakest first.
package enum BinaryOperator: String, Hashable, Sendable {
  /// One of two conditions, or both.
  case or
  /// Both of two conditions.
  case and
  /// Whether two values are the same.
  case equal = "=="
  /// Whether two values differ.
  case notEqual = "!="
  /// Whether the left value is below the right one.
  case less = "<"
  /// Whether the left value is at most the right one.
  case lessOrEqual = "<="
  /// Whether the left value is above the right one.
  case greater = ">"
  /// Whether the left value is at least the right one.
  case greaterOrEqual = ">="
  /// The sum.
  case add = "+"
  /// The difference.
  case subtract = "-"
  /// The product.
  case multiply = "*"
  /// The quotient.
  case divide = "/"
  /// The matrix product.
  case matrixProduct = "@"
  /// The left value to the power of the right one.
  case power = "^"

  /// How tightly the operator binds.
  var precedence: Precedence {
    switch self {
    case .or: .or
    case .and: .and
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: .comparison
    case .add, .subtract: .sum
    case .multiply, .divide, .matrixProduct: .product
    case .power: .power
    }
  }
}

/// How tightly an operator binds: `or < and < not < comparison < sum < product < minus < power`.
enum Precedence: Int, Comparable {
  case or
  case and
  case not
  case comparison
  case sum
  case product
  case minus
  case power
  case primary

  /// What the value to the left of an operator of this precedence must have at least.
  ///
  /// Powers group to the right, and comparisons don't chain.
  var ofLeftOperand: Precedence {
    switch self {
    case .comparison: .sum
    case .power: .primary
    case .or, .and, .not, .sum, .product, .minus, .primary: self
    }
  }

  /// What the value to the right of an operator of this precedence must have at least.
  var ofRightOperand: Precedence {
    switch self {
    case .or: .and
    case .and: .not
    case .not: .comparison
    case .comparison: .sum
    case .sum: .product
    case .product, .minus, .power: .minus
    case .primary: .primary
    }
  }

  static func < (left: Precedence, right: Precedence) -> Bool { left.rawValue < right.rawValue }
}
