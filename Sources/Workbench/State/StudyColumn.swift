import Language
import TensorEngine
package import Tuning

/// One setting of a search over all of its trials.
package struct StudyColumn: Sendable {
  /// The setting as it is typed: "units(2)".
  package let name: String
  /// What it was in each trial: a number, or the place of a choice from 0; nil where a trial says
  /// nothing of it.
  package let values: [Double?]
  /// What its choices are called, by their places; none where they are numbers.
  package let choices: [String]
  /// Whether its numbers are evenly spread by their logarithms: it was searched so, or they are
  /// greater than 0 and the greatest is 20 times the least or more.
  package let isLogarithmic: Bool

  /// What it may be in the last search; nil where that says nothing of it.
  package let range: SearchRange?

  init(_ name: String, of study: StudyInHand) {
    self.name = name
    range = study.settings.first { $0.name.text == name }?.range
    let typed = study.options.map { options in
      options.first { $0.name.text == name }?.values.first
    }
    let said = typed.compactMap(\.self)
    let numbers = said.compactMap(\.number)
    guard numbers.count == said.count else {
      var choices: [String] = []
      for text in said.map(\.formatted) where !choices.contains(text) { choices.append(text) }
      values = typed.map { value in
        value.flatMap { choices.firstIndex(of: $0.formatted) }.map(Double.init)
      }
      self.choices = choices
      isLogarithmic = false
      return
    }
    values = typed.map { $0?.number }
    choices = []
    let least = numbers.min() ?? 0
    let most = numbers.max() ?? 0
    switch range {
    case .numbers(_, let isSearchedSo)?, .wholeNumbers(_, let isSearchedSo)?:
      isLogarithmic = isSearchedSo && least > 0
    case .choices?, nil: isLogarithmic = least > 0 && most >= 20 * least
    }
  }

  /// Where a value stands where equal steps are equal differences of the search: the number, or the
  /// power of ten that it is.
  package func place(of value: Double) -> Double {
    isLogarithmic ? ElementaryMath.log(value) / ElementaryMath.log(10) : value
  }
}

extension StudyInHand {
  /// The settings that differ between its trials, in the order in which they came.
  package var columns: [StudyColumn] {
    var names: [String] = []
    for name in options.joined().map(\.name.text) where !names.contains(name) {
      names.append(name)
    }
    return names.map { StudyColumn($0, of: self) }
  }
}
