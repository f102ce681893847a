import Charts
import Datasets
import Formulas
import Language
import Networks
import Workbench

/// `data mnist classes=5..9`: only the examples of some classes.
enum ClassChoice {
  static let option = CommandOption<Expression>.expression(
    "classes", .number(.any), names: [.classes], meaning: meaning)
  /// What the option does for data that is not made of so many classes as one likes.
  package static let meaning =
    "digits, mnist and files: which classes are kept, 5..9 or cat,dog, and numbered anew"

  /// The data set with the classes that were asked for, or as it is where none were.
  static func applied(to dataset: Dataset, _ arguments: Arguments) throws -> Dataset {
    let values = arguments.expressions(of: option)
    guard !values.isEmpty else { return dataset }
    var names: [String] = []
    for value in values {
      for name in try self.names(value, arguments) {
        if !dataset.classNames.isEmpty, !dataset.classNames.contains(name) {
          throw unknown(name, in: dataset, at: value.range)
        }
        names.append(name)
      }
    }
    var chosen = try dataset.keeping(classes: names)
    chosen.notes.append(.chosenClasses(chosen.classNames, of: dataset.classNames.count))
    return chosen
  }

  /// The names that a value stands for: cat, 7, or the whole numbers of 5..9.
  private static func names(
    _ value: Expression, _ arguments: Arguments
  ) throws(Diagnostic) -> [String] {
    if case .range(let range) = value.kind {
      return try arguments.evaluator.numbers(in: range).map(name(of:))
    }
    let isNumberName =
      if case .word(let word) = value.kind,
        case .number = arguments.evaluator.state.bindings.value(of: word)
      { true } else { false }
    if !isNumberName, let text = arguments.text(of: value) { return [text] }
    return [name(of: try arguments.evaluator.number(value))]
  }

  private static func name(of number: Double) -> String {
    NumberText.significant(number, digits: 15)
  }

  private static func unknown(
    _ name: String, in dataset: Dataset, at range: SourceRange
  ) -> Diagnostic {
    Wording.unknownWord(
      name, what: "class of \(dataset.name)", among: dataset.classNames, at: range)
  }
}
