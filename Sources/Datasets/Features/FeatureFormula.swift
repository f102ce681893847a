import TensorEngine

/// A formula of the columns of a table, which gives one number for each example: `x1^2`, `sin(x1)`.
///
/// It is computed in double precision; nothing in it looks at another example, so a feature can't
/// leak what the validation and test examples are like.
public indirect enum FeatureFormula: Hashable, Sendable {
  /// The same number for every example.
  case number(Double)
  /// A column by its place, from 0.
  case column(Int)
  /// What is computed, with the sign turned.
  case negated(FeatureFormula)
  /// Two numbers, put together.
  case combined(Operation, FeatureFormula, FeatureFormula)
  /// A function of a number.
  case function(Function, FeatureFormula)

  /// What puts two numbers together.
  public enum Operation: String, CaseIterable, Sendable {
    /// The four of arithmetic, and a power, as they are typed.
    case add = "+"
    /// The left less the right.
    case subtract = "-"
    /// The product.
    case multiply = "*"
    /// The left over the right.
    case divide = "/"
    /// The left to the power of the right.
    case power = "^"
  }

  /// What makes a number of a number.
  public enum Function: String, CaseIterable, Sendable {
    /// The size without the sign.
    case abs
    /// The square root; of a negative number it is none.
    case sqrt
    /// e to the power of x.
    case exp
    /// The natural logarithm; of 0 and less it is none.
    case log
    /// The sine of an angle in radians.
    case sin
    /// The cosine of an angle in radians.
    case cos
    /// The hyperbolic tangent.
    case tanh
    /// 1 / (1 + exp(-x)).
    case sigmoid
  }

  /// The number for an example, given all its columns; no number where there is none.
  ///
  /// `columns` holds an entry for each column that the formula names.
  public func value(for columns: ArraySlice<Double>) -> Double {
    switch self {
    case .number(let number): number
    case .column(let place): columns[columns.startIndex + place]
    case .negated(let operand): -operand.value(for: columns)
    case .combined(let operation, let left, let right):
      operation.value(left.value(for: columns), right.value(for: columns))
    case .function(let function, let operand): function.value(operand.value(for: columns))
    }
  }

  /// The columns that it names, each once, in the order of the table.
  public var columns: [Int] { Set(allColumns).sorted() }

  private var allColumns: [Int] {
    switch self {
    case .number: []
    case .column(let place): [place]
    case .negated(let operand), .function(_, let operand): operand.allColumns
    case .combined(_, let left, let right): left.allColumns + right.allColumns
    }
  }
}

extension FeatureFormula.Operation {
  fileprivate func value(_ left: Double, _ right: Double) -> Double {
    switch self {
    case .add: left + right
    case .subtract: left - right
    case .multiply: left * right
    case .divide: left / right
    case .power: ElementaryMath.power(left, right)
    }
  }
}

extension FeatureFormula.Function {
  fileprivate func value(_ x: Double) -> Double {
    switch self {
    case .abs: Swift.abs(x)
    case .sqrt: x.squareRoot()
    case .exp: ElementaryMath.exp(x)
    case .log: ElementaryMath.log(x)
    case .sin: ElementaryMath.sin(x)
    case .cos: ElementaryMath.cos(x)
    case .tanh: ElementaryMath.tanh(x)
    case .sigmoid: ElementaryMath.sigmoid(x)
    }
  }
}
