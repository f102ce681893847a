import Language
import Networks
import TensorEngine
import Workbench

extension ExpressionFunction {
  /// Distances, classes as vectors, and sums of exponentials.
  static let vectorFunctions: [ExpressionFunction] = [
    distance("euclidean", "the root of the sum of squared differences"),
    distance("manhattan", "the sum of the absolute differences"),
    distance("hamming", "at how many places two texts or vectors differ"),
    ExpressionFunction(
      name: "logsumexp", usage: "logsumexp(x)", meaning: "log(sum(exp(x))), safe from overflow",
      arity: 1...1
    ) { call throws(Diagnostic) in
      let elements = try call.matrix().elements
      return .number(
        try call.working { interruption throws(EngineError) in
          try logSumExp(elements, interruption)
        })
    },
    ExpressionFunction(
      name: "onehot", usage: "onehot(3, 10)",
      meaning: "a row of 10 numbers, 1 at class 3 (counted from 0) and else 0", arity: 2...2
    ) { call throws(Diagnostic) in .matrix(try call.oneHot()) },
    ExpressionFunction(
      name: "argmax", usage: "argmax(x)",
      meaning: "the class (from 0) of the greatest number of each row", arity: 1...1
    ) { call throws(Diagnostic) in try call.argumentOfMaximum() },
  ]

  private static func distance(_ name: String, _ meaning: String) -> ExpressionFunction {
    let form = name == "hamming" ? "\"carolin\", \"cathrin\"" : "[1, 2], [4, 6]"
    return ExpressionFunction(
      name: name, usage: "\(name)(\(form))", meaning: meaning, arity: 2...2
    ) { call throws(Diagnostic) in
      .number(
        try Distance(name, call.arguments[0], call.arguments[1], call.evaluator).value)
    }
  }

  /// The greatest element is taken out first, so nothing overflows.
  private static func logSumExp(
    _ elements: [Double], _ interruption: Interruption
  ) throws(EngineError) -> Double {
    let greatest = try elements.reduce(interruption, -.infinity) { $1 > $0 ? $1 : $0 }
    guard greatest.isFinite else { return greatest }
    let powers = try elements.map(interruption) { ElementaryMath.exp($0 - greatest) }
    return greatest + ElementaryMath.log(powers.laneSum)
  }
}

extension FunctionCall {
  /// What a share of the elements of the first argument lie below.
  func quantile() throws(Diagnostic) -> Double {
    let share = try evaluator.number(arguments[1])
    guard (0...1).contains(share) else {
      throw Diagnostic("a quantile is of a share from 0% to 100%", at: arguments[1].range)
    }
    let elements = try matrix().elements
    return try working { interruption throws(EngineError) in
      try elements.quantile(share, interruption)
    }
  }

  fileprivate func oneHot() throws(Diagnostic) -> Matrix {
    let count = try evaluator.number(arguments[1])
    guard let columns = Int(exactly: count), columns >= 1, columns <= 100_000 else {
      throw Diagnostic(
        "the number of classes must be a whole number from 1 to 100,000", at: arguments[1].range)
    }
    let classes = try matrix().elements
    guard classes.count.multipliedReportingOverflow(by: columns).partialValue <= Matrix.limit
    else { throw Diagnostic("these are too many numbers for a formula", at: name.range) }
    var elements = [Double](repeating: 0, count: classes.count * columns)
    for (row, number) in classes.enumerated() {
      guard let index = Int(exactly: number), index >= 0, index < columns else {
        throw Diagnostic(
          "a class must be a whole number from 0 to \(columns - 1)", at: arguments[0].range)
      }
      elements[row * columns + index] = 1
    }
    return Matrix(rows: classes.count, columns: columns, elements: elements)
  }

  fileprivate func argumentOfMaximum() throws(Diagnostic) -> Quantity {
    let matrix = try matrix()
    guard matrix.columns > 0 else {
      throw Diagnostic("there is no greatest of no numbers", at: arguments[0].range)
    }
    let classes = try (0..<matrix.rows).map { row throws(Diagnostic) -> Double in
      if row.isMultiple(of: 1024) {
        try working { interruption throws(EngineError) in try interruption.check() }
      }
      var best = 0
      for column in 0..<matrix.columns where matrix[row, column] > matrix[row, best] {
        best = column
      }
      return Double(best)
    }
    if classes.count == 1 { return .number(classes[0]) }
    return .matrix(Matrix(rows: classes.count, columns: 1, elements: classes))
  }
}
