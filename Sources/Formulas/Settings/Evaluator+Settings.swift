import Charts
package import Language
package import Networks
import TensorEngine
import Workbench

/// Reads settings as they are declared: typed, within their bounds, or an error that points at the
/// value at fault.
extension Evaluator {
  /// Changes a setting to a value that was typed.
  package func read<Root>(
    _ value: Expression, as setting: Setting<Root>, into root: inout Root
  ) throws(Diagnostic) {
    let name = setting.noun
    switch setting.place {
    case .number(let path, let bounds):
      root[keyPath: path] = try number(value, what: name, in: bounds)
    case .optionalNumber(let path, let bounds):
      root[keyPath: path] =
        text(of: value) == "no" ? nil : try number(value, what: name, in: bounds)
    case .numbers(let path): root[keyPath: path] = try numbers(value, what: name)
    case .count(let path, let range): root[keyPath: path] = try count(value, what: name, in: range)
    case .optionalCount(let path, let range):
      root[keyPath: path] = try count(value, what: name, in: range)
    case .countOrAll(let path, let range):
      root[keyPath: path] =
        text(of: value) == "all" ? nil : try count(value, what: name, in: range)
    case .flag(let path): root[keyPath: path] = try yesOrNo(value, what: name)
    case .monitor(let path): root[keyPath: path] = try MonitorName.monitor(value, self)
    case .choice(let choice):
      choice.choose(&root, try word(value, among: choice.words, what: name))
    case .initializer(let path): root[keyPath: path] = try initializer(value, of: name)
    case .size(let path, let example):
      root[keyPath: path] = try windowSize(value, of: name, example: example)
    case .stride(let path): root[keyPath: path] = try stride(value, of: name)
    case .optionalStride(let path): root[keyPath: path] = try stride(value, of: name)
    case .name(let path): root[keyPath: path] = try self.name(value, of: name)
    case .written: preconditionFailure("\(name) has a reader of its own")
    }
  }

  /// A value as a number within bounds; `what` names it in the error.
  package func number(
    _ value: Expression, what: String, in bounds: Bounds
  ) throws(Diagnostic) -> Double {
    let number = try number(value)
    guard bounds.contains(number) else {
      throw Diagnostic("\(what) must be \(bounds.text)", at: value.range)
    }
    return number
  }

  /// A value as a whole number in a range; `what` names it in the error.
  package func count(
    _ value: Expression, what: String, in range: ClosedRange<Int>
  ) throws(Diagnostic) -> Int {
    let number = try number(value)
    guard let count = Int(exactly: number), range.contains(count) else {
      throw Diagnostic(
        "\(what) must be a whole number from \(NumberText.count(range.lowerBound)) to "
          + NumberText.count(range.upperBound), at: value.range)
    }
    return count
  }

  /// A value as `yes` or `no`; `what` names it in the error.
  package func yesOrNo(_ value: Expression, what: String) throws(Diagnostic) -> Bool {
    switch text(of: value) {
    case "yes", "true", "on": return true
    case "no", "false", "off": return false
    default: throw Diagnostic("\(what) must be yes or no", at: value.range)
    }
  }

  /// A value as one of the words that are allowed at its place; `what` names it in the error.
  package func word(
    _ value: Expression, among words: [String], what: String
  ) throws(Diagnostic) -> String {
    guard let word = text(of: value) else {
      throw Diagnostic(
        "\(Wording.article(of: what)) \(what) is expected", at: value.range,
        hints: ["there are: \(Wording.firstTwelve(of: words))"])
    }
    if words.contains(word) { return word }
    if let ours = Wording.ownSpelling(of: word, among: words) { return ours }
    throw Wording.unknownWord(word, what: what, among: words, at: value.range)
  }

  /// A value as a name: a word, a text or a whole number.
  package func name(_ value: Expression, of option: String) throws(Diagnostic) -> String {
    if let text = text(of: value) { return text }
    if let number = value.wholeNumber { return String(number) }
    throw Diagnostic("\(option) must be a name", at: value.range)
  }

  /// A value as a list of numbers; `what` names it in the error.
  private func numbers(_ value: Expression, what: String) throws(Diagnostic) -> [Double] {
    switch try quantity(value) {
    case .matrix(let matrix): return matrix.elements
    case .number(let number): return [number]
    case let other:
      throw Diagnostic("\(what) are numbers: [20, 40], not \(other.kind)", at: value.range)
    }
  }
}
