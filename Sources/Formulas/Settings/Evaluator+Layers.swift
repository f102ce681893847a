import Language
import Networks
import Workbench

/// Reads the settings that layers alone have.
extension Evaluator {
  /// The initializer that a value names: `he_normal`, `constant(0.1)`.
  func initializer(_ value: Expression, of name: String) throws(Diagnostic) -> Initializer {
    let form = "constant is typed with its number: \(name)=constant(0.1)"
    if case .call(let function, let numbers) = value.kind, function.text == "constant" {
      guard numbers.count == 1, case .value(let number)? = numbers.first else {
        throw Diagnostic(form, at: value.range)
      }
      return .constant(try self.number(number))
    }
    if case .call(let function, _) = value.kind {
      throw Diagnostic(
        "only constant takes a number", at: function.range,
        hints: ["\(name)=constant(0.1)"])
    }
    let word = try word(value, among: Initializer.words, what: "initializer")
    guard let initializer = Initializer(rawValue: word) else {
      throw Diagnostic(form, at: value.range)
    }
    return initializer
  }

  /// The size of a window, `3x3`; `example` is a line that has one.
  func windowSize(
    _ value: Expression, of what: String, example: String
  ) throws(Diagnostic) -> WindowSize {
    guard case .size(let sides) = value.kind, sides.count == 2 else {
      throw Diagnostic(
        "the size of a \(what) is height x width: \(example)", at: value.range)
    }
    return try size(sides, of: what, at: value.range)
  }

  /// How far a window moves: `2`, or `2x1` for down and across.
  func stride(_ value: Expression, of what: String) throws(Diagnostic) -> WindowSize {
    if case .size(let sides) = value.kind {
      guard sides.count == 2 else {
        throw Diagnostic("\(what) is one number, or down x across: 2x1", at: value.range)
      }
      return try size(sides, of: what, at: value.range)
    }
    return WindowSize(try count(value, what: what, in: WindowSize.range))
  }

  private func size(
    _ sides: [Int], of what: String, at range: SourceRange
  ) throws(Diagnostic) -> WindowSize {
    guard sides.allSatisfy(WindowSize.range.contains) else {
      throw Diagnostic("the sides of a \(what) must be from 1 to 4,096", at: range)
    }
    return WindowSize(sides[0], sides[1])
  }
}
