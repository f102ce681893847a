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
    let name = setting.name
    switch setting.place {
    case .number(let path, let bounds):
      root[keyPath: path] = try number(value, what: name, in: bounds)
    case .optionalNumber(let path, let bounds):
      root[keyPath: path] = try number(value, what: name, in: bounds)
    case .numbers(let path): root[keyPath: path] = try numbers(value, what: name)
    case .count(let path, let range): root[keyPath: path] = try count(value, what: name, in: range)
    case .optionalCount(let path, let range):
      root[keyPath: path] = try count(value, what: name, in: range)
    case .countOrAll(let path, let range):
      root[keyPath: path] =
        text(of: value) == "all" ? nil : try count(value, what: name, in: range)
    case .flag(let path): root[keyPath: path] = try yesOrNo(value, what: name)
    case .monitor(let path): root[keyPath: path] = try MonitorName.monitor(value, self)
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
