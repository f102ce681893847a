import Charts
package import Language
package import Tuning

/// A setting that differs between the trials of a search, with what it may be.
package struct SearchedSetting: Sendable {
  /// Its name as it is typed: "units(2)".
  package let name: Name
  /// What it may be, as numbers.
  package let range: SearchRange
  /// What each of its choices is; none where it is a number between two ends.
  package let choices: [Expression]

  /// Makes it of its parts, a choice for each of the range's.
  package init(_ name: Name, _ range: SearchRange, choices: [Expression] = []) {
    self.name = name
    self.range = range
    self.choices = choices
  }

  /// It as an axis of a space.
  package var axis: SearchSpace.Axis { SearchSpace.Axis(name.text, range) }

  /// It as it is typed with one value.
  package func option(at value: Double) -> Option {
    let expression: Expression
    if choices.isEmpty {
      expression = Expression(.number(value), range: name.range)
    } else {
      expression = choices[min(max(0, Int(value)), choices.count - 1)]
    }
    return Option(
      name: name, values: [expression], range: name.range.union(expression.range))
  }

  /// It as it is typed: "rate=0.001..0.1 log", "units=4..64", "activation=relu,tanh".
  package var text: String {
    let value: String
    switch range {
    case .choices: value = choices.map(\.formatted).joined(separator: ",")
    case .numbers(let ends, let isLogarithmic):
      value =
        "\(NumberText.typed(ends.lowerBound))..\(NumberText.typed(ends.upperBound))"
        + (isLogarithmic ? " log" : "")
    case .wholeNumbers(let ends, let isLogarithmic):
      value = "\(ends.lowerBound)..\(ends.upperBound)" + (isLogarithmic ? " log" : "")
    }
    return "\(name.text)=\(value)"
  }
}
