import Datasets
import JSON
import TensorEngine
import Testing

@testable import Session
@testable import Workbench

/// A session that is asked for numbers by formulas, with arrays of the test as its files.
struct Prompt {
  private var session: NotebookSession
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    var settings = SessionSettings.testing()
    settings.datasetFolders = [folder.path]
    session = NotebookSession(settings: settings)
  }

  /// Runs lines, none of which may fail.
  mutating func type(_ lines: String...) throws {
    for line in lines {
      let text = session.text(of: line)
      let hasFailed = session.cells.last?.hasFailed ?? true
      try #require(!hasFailed, "\(line): \(text)")
    }
  }

  /// The elements of a formula's value.
  mutating func values(of formula: String) throws -> [Double] {
    try type("let answer = \(formula)")
    switch session.state.bindings.value(of: "answer") {
    case .number(let number): return [number]
    case .matrix(let matrix): return matrix.elements
    default:
      Issue.record("\(formula) is no number")
      return []
    }
  }

  /// Puts arrays into a file for `data npz` or `load weights`.
  func keep(_ arrays: [(name: String, value: Tensor)], in file: String) throws {
    let members = arrays.map { NPZ.Member(name: $0.name, array: NPYArray($0.value)) }
    try folder.write(NPZ.encoded(members), to: file)
  }
}

/// A matrix, or a row, as it is typed.
func literal(_ value: JSONValue) -> String { literal(value.elements, columns: value.shape.last) }

func literal(_ elements: [Double], columns: Int? = nil) -> String {
  let width = max(1, columns ?? elements.count)
  let rows = stride(from: 0, to: elements.count, by: width).map { start in
    elements[start..<start + width].map { "\($0)" }.joined(separator: ", ")
  }
  return "[\(rows.joined(separator: "; "))]"
}

/// Expects numbers within a bound, which is relative to the greatest of the expected ones, or to a
/// size: a number near 0 among large ones is the difference of such.
func expectAgreement(
  _ actual: [Double], _ expected: [Double], within bound: Double, _ comment: String,
  size: Double? = nil, sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(actual.count == expected.count, "\(comment)", sourceLocation: sourceLocation)
  let size = size ?? expected.map { $0.magnitude }.max() ?? 0
  for (index, (one, other)) in zip(actual, expected).enumerated() {
    #expect(
      abs(one - other) <= bound * size, "\(comment) [\(index)]: \(one) is not \(other)",
      sourceLocation: sourceLocation)
  }
}
