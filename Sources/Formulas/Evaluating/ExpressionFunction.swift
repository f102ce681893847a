package import Language
import Networks
import TensorEngine
package import Workbench

/// A function of the expression language: its name, how it is used, and what it computes.
package struct ExpressionFunction: Sendable {
  /// The word before the parentheses.
  package let name: String
  /// "norm(x)", as help and errors show it.
  package let usage: String
  /// What it computes, in a few words.
  package let meaning: String
  let arity: ClosedRange<Int>
  /// Computes it.
  ///
  /// - Throws: a `Diagnostic` that points at the argument at fault.
  package let evaluate: @Sendable (FunctionCall) throws(Diagnostic) -> Quantity

  /// Every function, in the order in which help lists them.
  package static let all: [ExpressionFunction] =
    networkFunctions + batchFunctions + metricFunctions + elementwiseFunctions
    + activationFunctions + reductions + matrixFunctions + vectorFunctions
    + [hashFunction, looksFunction]

  /// The function of a name; nil for an unknown one. Many tools write `ln` for the natural logarithm.
  package static func named(_ name: String) -> ExpressionFunction? {
    let own = name == "ln" ? "log" : name
    return all.first { $0.name == own }
  }

  /// Names that stand for a number unless `let` says otherwise.
  package static let constants: [(name: String, value: Double)] = [
    ("pi", 3.141592653589793), ("e", 2.718281828459045),
  ]
}

/// A function with the arguments it is called with.
package struct FunctionCall {
  /// The name as it was typed.
  package let name: Name
  let arguments: [Expression]
  let evaluator: Evaluator

  var state: SessionState { evaluator.state }

  /// Does work that may be called off.
  func working<Value>(
    _ work: (Interruption) throws(EngineError) -> Value
  ) throws(Diagnostic) -> Value {
    try evaluator.working(at: name.range, work)
  }

  /// The value of the first argument, with room for a result of its size beside it.
  func value() throws(Diagnostic) -> Quantity {
    let value = try evaluator.quantity(arguments[0])
    if case .matrix(let matrix) = value {
      try evaluator.waiting(with: value, of: arguments[0])
        .requireMatrix(matrix.rows, matrix.columns, at: arguments[0].range)
    }
    return value
  }

  /// The first argument as a matrix; a number is a matrix of one element.
  func matrix() throws(Diagnostic) -> Matrix {
    switch try value() {
    case .matrix(let matrix): return matrix
    case .number(let number): return Matrix(rows: 1, columns: 1, elements: [number])
    case let other:
      throw Diagnostic("numbers are expected, not \(other.kind)", at: arguments[0].range)
    }
  }
}

extension ExpressionFunction {
  /// Functions of one number, applied to every element.
  static let elementwiseFunctions: [ExpressionFunction] = [
    elementwise("abs", "the size without the sign") { Swift.abs($0) },
    elementwise("sqrt", "the square root") { $0.squareRoot() },
    elementwise("exp", "e to the power of x") { ElementaryMath.exp($0) },
    elementwise("log", "the natural logarithm") { ElementaryMath.log($0) },
    elementwise("sin", "the sine of an angle in radians") { ElementaryMath.sin($0) },
    elementwise("cos", "the cosine of an angle in radians") { ElementaryMath.cos($0) },
  ]

  /// Functions that make one number of many.
  package static let reductions: [ExpressionFunction] = [
    reduction("sum", "the sum of all elements") { (elements, _) in elements.laneSum },
    reduction("mean", "the mean of all elements") { (elements, _) in
      elements.laneSum / Double(elements.count)
    },
    reduction("min", "the smallest element") { (elements, interruption) throws(EngineError) in
      try elements.reduce(interruption, .infinity) { $1 < $0 ? $1 : $0 }
    },
    reduction("max", "the largest element") { (elements, interruption) throws(EngineError) in
      try elements.reduce(interruption, -.infinity) { $1 > $0 ? $1 : $0 }
    },
    reduction("norm", "the square root of the sum of squares") {
      (elements, interruption) throws(EngineError) in
      try elements.map(interruption) { $0 * $0 }.laneSum.squareRoot()
    },
    reduction("median", "the middle element, or the mean of the middle two") {
      (elements, interruption) throws(EngineError) in try elements.quantile(0.5, interruption)
    },
    ExpressionFunction(
      name: "quantile", usage: "quantile([1, 2, 4], 25%)",
      meaning: "what a quarter of the elements lie below, between two of them in proportion",
      arity: 2...2
    ) { call throws(Diagnostic) in .number(try call.quantile()) },
    reduction("count", "how many elements there are") { (elements, _) in Double(elements.count) },
    reduction("zeros", "how many elements are exactly 0") {
      (elements, interruption) throws(EngineError) in
      Double(try elements.reduce(interruption, 0) { $1 == 0 ? $0 + 1 : $0 })
    },
  ]

  static let matrixFunctions: [ExpressionFunction] = [
    ExpressionFunction(
      name: "transpose", usage: "transpose(x)", meaning: "rows become columns", arity: 1...1
    ) { call throws(Diagnostic) in
      let matrix = try call.matrix()
      return .matrix(
        try call.working { interruption throws(EngineError) in
          try matrix.transposed(interruption)
        })
    },
    ExpressionFunction(
      name: "shape", usage: "shape(x)", meaning: "the number of rows and of columns", arity: 1...1
    ) { call throws(Diagnostic) in
      let matrix = try call.matrix()
      return .matrix(
        Matrix(rows: 1, columns: 2, elements: [Double(matrix.rows), Double(matrix.columns)]))
    },
    ExpressionFunction(
      name: "softmax", usage: "softmax(x)", meaning: "exp(x) / sum(exp(x)), row by row",
      arity: 1...1
    ) { call throws(Diagnostic) in
      let matrix = try call.matrix()
      return .matrix(
        try call.working { interruption throws(EngineError) in
          try softmax(matrix, interruption)
        })
    },
  ]

  /// Softmax of each row; the row's largest element is subtracted first, so nothing overflows.
  private static func softmax(
    _ matrix: Matrix, _ interruption: Interruption
  ) throws(EngineError) -> Matrix {
    var result = matrix
    for row in 0..<matrix.rows {
      try interruption.check()
      let range = row * matrix.columns..<(row + 1) * matrix.columns
      let largest = matrix.elements[range].reduce(-.infinity) { $1 > $0 ? $1 : $0 }
      let powers = matrix.elements[range].map { ElementaryMath.exp($0 - largest) }
      let total = powers.laneSum
      for (index, power) in zip(range, powers) { result.elements[index] = power / total }
    }
    return result
  }

  static func elementwise(
    _ name: String, _ meaning: String, _ function: @escaping @Sendable (Double) -> Double
  ) -> ExpressionFunction {
    ExpressionFunction(name: name, usage: "\(name)(x)", meaning: meaning, arity: 1...1) {
      call throws(Diagnostic) in try call.map(function)
    }
  }

  private static func reduction(
    _ name: String, _ meaning: String,
    _ function:
      @escaping @Sendable ([Double], Interruption) throws(EngineError) -> Double
  ) -> ExpressionFunction {
    ExpressionFunction(name: name, usage: "\(name)(x)", meaning: meaning, arity: 1...1) {
      call throws(Diagnostic) in
      let elements = try call.matrix().elements
      return .number(
        try call.working { interruption throws(EngineError) in
          try function(elements, interruption)
        })
    }
  }
}
