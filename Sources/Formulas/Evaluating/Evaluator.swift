package import Language
import Networks
package import TensorEngine
package import Workbench

/// Computes the value of expressions: in a binding, in `print` and `check`, and wherever a
/// command takes a number.
package struct Evaluator {
  /// What the names and functions of a formula speak of.
  package let state: SessionState
  /// Told when a formula looks at the test split; nil where nobody counts.
  package var looks: TestLooks?
  /// The bytes of what was computed for the formula at hand and is waiting for the rest of it.
  var waitingBytes = 0
  /// The threads that compute, and what calls them off; nil for the calling one alone.
  let pool: ThreadPool?

  /// Makes it of its parts.
  package init(state: SessionState, looks: TestLooks? = nil, pool: ThreadPool? = nil) {
    self.state = state
    self.looks = looks
    self.pool = pool
  }

  /// Does work that may be called off.
  ///
  /// - Throws: a `Diagnostic` that says so.
  func working<Value>(
    at range: SourceRange, _ work: (Interruption) throws(EngineError) -> Value
  ) throws(Diagnostic) -> Value {
    do {
      return try work(pool?.interruption ?? .never)
    } catch {
      throw Wording.diagnostic(for: error, in: nil, at: range)
    }
  }

  /// The number that an expression stands for.
  ///
  /// - Throws: a `Diagnostic` if it is no finite number.
  package func number(_ expression: Expression) throws(Diagnostic) -> Double {
    if let number = expression.number { return number }
    if case .path(let path) = expression.kind {
      throw Diagnostic(
        "a number is expected, not \"\(path)\"", at: expression.range,
        hints: expression.formulaHint.map { [$0] } ?? [])
    }
    switch try quantity(expression) {
    case .number(let number):
      guard number.isFinite else {
        throw Diagnostic("this is not a finite number", at: expression.range)
      }
      return number
    case let other:
      throw Diagnostic("a number is expected, not \(other.kind)", at: expression.range)
    }
  }

  /// The word that a value is, or that a loop gave to the name it is.
  package func text(of value: Expression) -> String? {
    guard case .word(let name) = value.kind else { return value.text }
    guard case .word(let word) = state.bindings.value(of: name) else { return name }
    return word
  }

  /// Counts work that is about to be done.
  ///
  /// - Throws: a `Diagnostic` where all that the statement has done is too much.
  func spend(_ work: Work, at range: SourceRange) throws(Diagnostic) {
    try working(at: range) { _ throws(EngineError) in
      do throws(WorkExcess) {
        try WorkAllowance.current.spend(work)
      } catch { throw .work(error) }
    }
  }

  /// Asks for the memory of a matrix before it is made.
  func requireMatrix(_ rows: Int, _ columns: Int, at range: SourceRange) throws(Diagnostic) {
    do throws(MemoryShortage) {
      try MemoryBudget.current.require(
        MemoryBudget.sum(waitingBytes, MemoryBudget.bytes(of: Double.self, rows, columns)),
        for: .matrix)
    } catch {
      throw Wording.diagnostic(for: error, at: range)
    }
  }

  /// The same evaluator while the value of an expression waits; what has a name is held by it.
  func waiting(with value: Quantity, of expression: Expression) -> Evaluator {
    if case .word = expression.kind { return self }
    var evaluator = self
    evaluator.waitingBytes += value.byteCount
    return evaluator
  }

  /// The value of any expression.
  package func quantity(_ expression: Expression) throws(Diagnostic) -> Quantity {
    switch expression.kind {
    case .number(let number), .percent(let number):
      return .number(number)
    case .word(let name):
      return try named(name, at: expression.range)
    case .call(let name, let arguments):
      return try call(name, arguments)
    case .unary(let operation, let operand):
      return try unary(operation, quantity(operand), at: operand.range)
    case .binary(let operation, let left, let right):
      return try binary(operation, left, right)
    case .index(let base, let indices):
      return try element(of: base, indices)
    case .matrix(let rows):
      return try .matrix(matrix(rows, at: expression.range))
    case .range(let range):
      let numbers = try numbers(in: range)
      return .matrix(Matrix(rows: 1, columns: numbers.count, elements: numbers))
    case .string(let text):
      return .word(text)
    case .size, .path:
      throw Diagnostic(
        "a number is expected here", at: expression.range,
        hints: expression.formulaHint.map { [$0] } ?? [])
    }
  }

  private func named(_ name: String, at range: SourceRange) throws(Diagnostic) -> Quantity {
    if let value = state.bindings.value(of: name) { return value }
    if let constant = ExpressionFunction.constants.first(where: { $0.name == name }) {
      return .number(constant.value)
    }
    let function = ExpressionFunction.named(name)
    let known = state.bindings.names + ExpressionFunction.constants.map(\.name)
    throw Diagnostic(
      Wording.nothing(called: name), at: range,
      hints: function.map { ["it is a function: \($0.usage)"] }
        ?? Wording.suggestion(for: name, among: known) ?? ["let \(name) = 1 gives it a value"])
  }

  private func call(_ name: Name, _ arguments: [Argument]) throws(Diagnostic) -> Quantity {
    guard let function = ExpressionFunction.named(name.text) else {
      throw Diagnostic(
        "no function is called \"\(name.text)\"", at: name.range,
        hints: Wording.suggestion(for: name.text, among: ExpressionFunction.all.map(\.name))
          ?? [ForeignFunction.hint(for: name.text) ?? "help functions lists them"])
    }
    var values: [Expression] = []
    for argument in arguments {
      switch argument {
      case .value(let value): values.append(value)
      case .option(let option):
        throw Diagnostic("\(name.text) takes no options", at: option.range)
      }
    }
    guard function.arity.contains(values.count) else {
      throw Diagnostic("it is used as \(function.usage)", at: name.range)
    }
    try working(at: name.range) { interruption throws(EngineError) in try interruption.check() }
    return try function.evaluate(FunctionCall(name: name, arguments: values, evaluator: self))
  }

  private func element(
    of base: Expression, _ indices: [Expression]
  ) throws(Diagnostic) -> Quantity {
    guard case .matrix(let matrix) = try quantity(base) else {
      throw Diagnostic("only vectors and matrices have elements", at: base.range)
    }
    if indices.count == 1, matrix.rows > 1, matrix.columns > 1 {
      throw Diagnostic(
        "an element of a \(matrix.rows)x\(matrix.columns) matrix has a row and a column",
        at: indices[0].range, hints: ["[1, 2] is the second element of the first row"])
    }
    var places: [Int] = []
    let sizes = indices.count == 1 ? [matrix.elements.count] : [matrix.rows, matrix.columns]
    guard indices.count <= 2 else {
      throw Diagnostic("an element has a row and a column", at: indices[2].range)
    }
    for (place, (index, size)) in zip(indices, sizes).enumerated() {
      if case .range(let range) = index.kind {
        throw Diagnostic(
          "an index names one element, and this is a range of them", at: index.range,
          hints: try listing(base, indices, range, at: place))
      }
      guard let place = Int(exactly: try number(index)), place >= 1, place <= size else {
        throw Diagnostic("the index must be a whole number from 1 to \(size)", at: index.range)
      }
      places.append(place - 1)
    }
    if places.count == 1 { return .number(matrix.elements[places[0]]) }
    return .number(matrix[places[0], places[1]])
  }

  private func matrix(
    _ rows: [[Expression]], at range: SourceRange
  ) throws(Diagnostic) -> Matrix {
    var elements: [Double] = []
    let columns = rows.first?.count ?? 0
    for row in rows {
      guard row.count == columns else {
        throw Diagnostic(
          "all rows need \(columns) numbers, this one has \(row.count)",
          at: row.first?.range ?? range)
      }
      for value in row { elements.append(try element(value)) }
    }
    return Matrix(rows: rows.count, columns: columns, elements: elements)
  }

  /// The elements that a range in the place of an index may mean, one by one: "[x[1, 2], x[1, 3]]".
  private func listing(
    _ base: Expression, _ indices: [Expression], _ range: ValueRange, at place: Int
  ) throws(Diagnostic) -> [String] {
    guard case .word(let name) = base.kind else { return ["one by one: [x[1], x[2]]"] }
    let numbers = try numbers(in: range).prefix(4)
    var elements: [String] = []
    for number in numbers {
      var places: [String] = []
      for (other, index) in indices.enumerated() {
        if other != place, case .range = index.kind {
          return ["one by one: [\(name)[1, 1], \(name)[1, 2]]"]
        }
        let value = other == place ? number : try self.number(index)
        places.append(Int(exactly: value).map { "\($0)" } ?? "\(value)")
      }
      elements.append("\(name)[\(places.joined(separator: ", "))]")
    }
    return ["one by one: [\(elements.joined(separator: ", "))]"]
  }

  /// A number within a matrix; rows are no matrices of their own, as they are in Python.
  private func element(_ value: Expression) throws(Diagnostic) -> Double {
    if case .word(let name) = value.kind, case .matrix(let matrix) = state.bindings.value(of: name)
    {
      let isVector = matrix.rows == 1 || matrix.columns == 1
      let first = isVector ? "\(name)[1]" : "\(name)[1, 1]"
      let numbers =
        isVector && matrix.elements.count <= 4
        ? matrix.elements.indices.map { "\(name)[\($0 + 1)]" }.joined(separator: ", ")
        : "\(first), …"
      throw Diagnostic(
        "in brackets stand numbers, and \(name) is a \(matrix.rows) x \(matrix.columns) matrix",
        at: value.range, hints: ["its numbers one by one: [\(numbers)]"])
    }
    if case .matrix = value.kind {
      throw Diagnostic(
        "a number is expected, not a row of its own", at: value.range,
        hints: ["rows are parted by semicolons: [1, 2; 3, 4]"])
    }
    return try number(value)
  }
}
