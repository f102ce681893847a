import Charts
import Datasets
import Formulas
import Language
import Workbench

/// `data csv shop.csv positive=yes`: which of two classes precision, recall and F1 tell of.
enum PositiveChoice {
  static let option = CommandOption<Expression>.expression(
    "positive", .word, names: [.classes],
    standard: "the rarer one; the second where each has 45 to 55%",
    meaning: "two classes: the one to find, of which precision, recall and F1 tell")

  /// The data set with the class that was asked for, or as it is where none was.
  static func applied(to dataset: Dataset, _ arguments: Arguments) throws -> Dataset {
    let values = arguments.expressions(of: option)
    guard let value = values.first else { return dataset }
    guard values.count == 1 else {
      throw Diagnostic("one class is the positive one", at: values[1].range)
    }
    if let text = arguments.text(of: value) { return try dataset.choosing(positive: text) }
    let number = try arguments.evaluator.number(value)
    return try dataset.choosing(positive: NumberText.significant(number, digits: 15))
  }
}
