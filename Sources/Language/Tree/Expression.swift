/// A value as it is written: a number, a word, a call, a formula.
///
/// One type serves everywhere. In an argument (`rate=0.01`) an expression has no operator between
/// values at its top level: `rate=(1 / m)` needs its parentheses.
package struct Expression: Hashable, Sendable {
  /// What the expression is.
  package let kind: Kind
  /// Where it stands in the source, the parentheses around it included.
  package let range: SourceRange
  /// How many expressions are nested in this one at most, itself counted.
  let height: Int

  /// Makes an expression of a kind, standing at a range of the source.
  package init(_ kind: Kind, range: SourceRange) {
    self.kind = kind
    self.range = range
    self.height = 1 + kind.childHeight
  }

  /// The kinds of expressions.
  package indirect enum Kind: Hashable, Sendable {
    /// A number; a minus sign directly before digits belongs to it. Always finite.
    case number(Double)
    /// A percentage as a fraction: `12%` is 0.12.
    case percent(Double)
    /// Whole numbers joined by `x`: `3x3`.
    case size([Int])
    /// A text in quotes, without them.
    case string(String)
    /// The unquoted name of a file, an address, or a name with hyphens.
    case path(String)
    /// A word: a name, or one of the words that a command knows.
    case word(String)
    /// From a value to a value: `1..10 by 1`.
    case range(ValueRange)
    /// A function or a setting with arguments: `early(patience=10)`.
    case call(Name, [Argument])
    /// An operator before a value.
    case unary(UnaryOperator, Expression)
    /// An operator between two values.
    case binary(BinaryOperator, Expression, Expression)
    /// Elements of a vector or a matrix: `weights(1)[1, 2]`.
    case index(Expression, [Expression])
    /// The rows of a matrix: `[1, 2; 3, 4]`; a vector is one row.
    case matrix([[Expression]])
  }
}

/// From a value to a value, in steps: `1..10 by 1`, `0.0001..1 log`, `1..3`.
package struct ValueRange: Hashable, Sendable {
  /// How to get from one value of the range to the next.
  package enum Step: Hashable, Sendable {
    /// Nothing is said.
    case none
    /// By adding a value.
    case by(Expression)
    /// By multiplying: evenly spaced on a logarithmic scale, and how many values if that is said.
    case logarithmic(Expression?)

    /// The expression that says how far a step goes, or how many values there are; nil without one.
    var expression: Expression? {
      switch self {
      case .none: nil
      case .by(let step): step
      case .logarithmic(let count): count
      }
    }
  }

  /// The first value.
  package var from: Expression
  /// The last value.
  package var to: Expression
  /// The way between them.
  package var step: Step

  /// Makes a range.
  package init(from: Expression, to: Expression, step: Step = .none) {
    self.from = from
    self.to = to
    self.step = step
  }
}

extension Expression.Kind {
  /// The height of the highest expression directly within.
  var childHeight: Int {
    switch self {
    case .number, .percent, .size, .string, .path, .word:
      return 0
    case .range(let range):
      return max(range.from.height, range.to.height, range.step.expression?.height ?? 0)
    case .call(_, let arguments):
      return arguments.lazy.map(\.height).max() ?? 0
    case .unary(_, let operand):
      return operand.height
    case .binary(_, let left, let right):
      return max(left.height, right.height)
    case .index(let base, let indices):
      return max(base.height, indices.lazy.map(\.height).max() ?? 0)
    case .matrix(let rows):
      return rows.lazy.flatMap { $0 }.map(\.height).max() ?? 0
    }
  }
}
