package import Language
package import Networks
package import TensorEngine
package import Workbench

extension ExpressionFunction {
  /// Distances, classes as vectors, and sums of exponentials.
  static let vectorFunctions: [ExpressionFunction] = [
    distance("euclidean", "the root of the sum of squared differences"),
    distance("manhattan", "the sum of the absolute differences"),
    distance("hamming", "at how many places two texts or vectors differ"),
    ExpressionFunction(
      name: "logsumexp", usage: "logsumexp(x)", meaning: "log(sum(exp(x))), safe from overflow",
      arity: 1...1
    ) { call throws(Diagnostic) in .number(logSumExp(try call.matrix().elements)) },
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
  private static func logSumExp(_ elements: [Double]) -> Double {
    let greatest = elements.reduce(-.infinity) { $1 > $0 ? $1 : $0 }
    guard greatest.isFinite else { return greatest }
    return greatest + ElementaryMath.log(elements.map { ElementaryMath.exp($0 - greatest) }.laneSum)
  }
}

extension FunctionCall {
  /// What a share of the elements of the first argument lie below.
  func quantile() throws(Diagnostic) -> Double {
    let share = try evaluator.number(arguments[1])
    guard (0...1).contains(share) else {
      throw Diagnostic("a quantile is of a share from 0% to 100%", at: arguments[1].range)
    }
    return try matrix().elements.quantile(share)
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
    let classes = (0..<matrix.rows).map { row -> Double in
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

/// A distance between two texts or two vectors, with the places where they differ.
package struct Distance {
  /// The kinds of distances by name.
  package static let kinds = ["euclidean", "manhattan", "hamming"]

  /// How the distance is measured: "euclidean", "manhattan" and their like.
  package let kind: String
  /// How far the two vectors are apart, in the unit of their elements.
  package let value: Double
  /// The differences, element by element; empty for texts.
  package private(set) var differences: [Double] = []
  /// The two texts; nil for vectors.
  package private(set) var texts: (first: String, second: String)?
  /// The places that differ, from 1.
  package let places: [Int]
  /// How many places there are.
  package let count: Int

  /// - Throws: a `Diagnostic` for other things than two texts (hamming only) or two vectors of one
  ///   length.
  package init(
    _ kind: String, _ first: Expression, _ second: Expression, _ evaluator: Evaluator
  ) throws(Diagnostic) {
    self.kind = kind
    if kind == "hamming", let left = Self.text(first, evaluator),
      let right = Self.text(second, evaluator)
    {
      let (one, other) = (Array(left), Array(right))
      try Self.check(one.count, other.count, kind, at: second.range)
      texts = (left, right)
      places = one.indices.filter { one[$0] != other[$0] }.map { $0 + 1 }
      count = one.count
      value = Double(places.count)
      return
    }
    let one = try Self.elements(first, evaluator)
    let other = try Self.elements(second, evaluator)
    try Self.check(one.count, other.count, kind, at: second.range)
    let differences = zip(one, other).map { $0 - $1 }
    self.differences = differences
    places = differences.indices.filter { differences[$0] != 0 }.map { $0 + 1 }
    count = one.count
    switch kind {
    case "euclidean": value = differences.map { $0 * $0 }.laneSum.squareRoot()
    case "manhattan": value = differences.map { $0.magnitude }.laneSum
    default: value = Double(places.count)
    }
  }

  private static func check(
    _ first: Int, _ second: Int, _ kind: String, at range: SourceRange
  ) throws(Diagnostic) {
    guard first == second else {
      throw Diagnostic(
        "\(kind) compares place by place, so both must have one length, not \(first) and \(second)",
        at: range)
    }
  }

  /// A text in quotes, or a word that has no value.
  private static func text(_ value: Expression, _ evaluator: Evaluator) -> String? {
    switch value.kind {
    case .string(let text): return text
    case .word(let word):
      switch evaluator.state.bindings.value(of: word) {
      case nil: return word
      case .word(let text)?: return text
      default: return nil
      }
    default: return nil
    }
  }

  private static func elements(
    _ value: Expression, _ evaluator: Evaluator
  ) throws(Diagnostic) -> [Double] {
    switch try evaluator.quantity(value) {
    case .matrix(let matrix): return matrix.elements
    case .number(let number): return [number]
    case let other:
      throw Diagnostic("numbers are expected, not \(other.kind)", at: value.range)
    }
  }
}
