/// What is wrong with the cells of a file: counted, and the first three by their places.
struct TableProblems {
  /// One thing that is wrong.
  struct Problem {
    var line: Int
    var column: Int?
    var columnName: String?
    var problem: String
    var hint: String
  }

  private let file: String
  private var first: [Problem] = []
  private var count = 0

  init(file: String) { self.file = file }

  var isEmpty: Bool { count == 0 }

  mutating func append(_ problem: Problem) {
    count += 1
    if first.count < 3 { first.append(problem) }
  }

  /// All of it in one error, which stands at the first of the problems.
  ///
  /// - Parameter rest: What else has to be said.
  func error(rest: String? = nil) -> DatasetError? {
    guard let problem = first.first else { return nil }
    var text = problem.problem
    for other in first.dropFirst() {
      text += "; line \(other.line)"
      if let column = other.column { text += ", column \(column)" }
      if let name = other.columnName { text += " (\(name))" }
      text += ": \(other.problem)"
    }
    if count > first.count { text += "; and \(count - first.count) more, \(count) in all" }
    if let rest { text += "; \(rest)" }
    return DatasetError(
      file: file, line: problem.line, column: problem.column, columnName: problem.columnName,
      problem: text, hint: problem.hint)
  }
}
