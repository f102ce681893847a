package import Language
import TensorEngine
import Workbench

/// A distance between two texts or two vectors, with the places where they differ.
package struct Distance {
  /// The kinds of distances by name.
  package static let kinds = ["euclidean", "manhattan", "hamming"]

  /// How the distance is measured: "euclidean", "manhattan" or "hamming".
  package let kind: String
  /// How far the two are apart.
  package let value: Double
  /// The differences, element by element; empty for texts.
  package private(set) var differences: [Double] = []
  /// The two texts; nil for vectors.
  package private(set) var texts: (first: String, second: String)?
  /// The places that differ, from 1.
  package let places: [Int]
  /// How many places there are.
  package let count: Int

  /// Measures how far two texts or two vectors are apart.
  ///
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
    count = one.count
    (differences, places, value) = try evaluator.working(at: second.range) {
      interruption throws(EngineError) in
      try Self.measure(kind, one, other, interruption)
    }
  }

  private static func measure(
    _ kind: String, _ one: [Double], _ other: [Double], _ interruption: Interruption
  ) throws(EngineError) -> (differences: [Double], places: [Int], value: Double) {
    let differences = try one.map(with: other, interruption) { $0 - $1 }
    var place = 0
    var places: [Int] = []
    try differences.reduce(interruption, ()) {
      place += 1
      if $1 != 0 { places.append(place) }
    }
    let value =
      switch kind {
      case "euclidean": try differences.map(interruption) { $0 * $0 }.laneSum.squareRoot()
      case "manhattan": try differences.map(interruption) { $0.magnitude }.laneSum
      default: Double(places.count)
      }
    return (differences, places, value)
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
