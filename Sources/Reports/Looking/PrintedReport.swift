package import Charts
import TensorEngine
package import Workbench

/// What `print` computed: a formula, its value, and the functions that it calls.
package struct PrintedReport: Report {
  /// A function that a formula calls.
  package struct Function: Equatable, Sendable {
    /// Its name as it is typed: "norm".
    package let name: String
    /// How it is called, "norm(x)"; nil where nothing is known of it.
    package let usage: String?
    /// What it computes; nil where nothing is known of it.
    package let meaning: String?

    /// Describes a function.
    package init(_ name: String, usage: String?, meaning: String?) {
      self.name = name
      self.usage = usage
      self.meaning = meaning
    }

    /// "norm, as in norm(x): the square root of the sum of squares."
    fileprivate var sentence: String? {
      guard let usage, let meaning else { return nil }
      return "\(name), as in \(usage): \(meaning)."
    }
  }

  /// The formula as it is written.
  package let formula: String
  /// Its value.
  package let value: Quantity
  /// The functions that it calls, each once, from the left.
  package let functions: [Function]
  /// How many significant digits numbers are shown with.
  package let digits: Int

  /// Puts together what was computed.
  package init(formula: String, value: Quantity, functions: [Function], digits: Int) {
    self.formula = formula
    self.value = value
    self.functions = functions
    self.digits = digits
  }

  /// The only number of the value, and how `print` shows a number; nil where it has several or none.
  package var single: (number: Double, text: String)? {
    switch value {
    case .number(let number): (number, QuantityText.text(value, digits: digits))
    case .matrix(let matrix) where matrix.rows == 1 && matrix.columns == 1:
      (matrix[0, 0], QuantityText.text(.number(matrix[0, 0]), digits: digits))
    case .matrix, .truth, .word: nil
    }
  }

  package var document: Document { Document([QuantityText.block(value, digits: digits)]) }

  /// Those of its document, which is made for them where it shows a matrix.
  package var byteCount: Int {
    if case .matrix = value { return document.byteCount }
    return Document.byteCountOfFact
  }

  package var explanation: Explanation {
    Explanation(
      question: [meaning] + functions.compactMap(\.sentence),
      questionTerms: functions.map(\.name))
  }

  private var meaning: String {
    switch value {
    case .number, .truth, .word:
      "\(QuantityText.text(value, digits: digits)) is the value of the formula \(formula)."
    case .matrix:
      "The numbers in brackets are the value of \(formula): a line is a row, and the numbers "
        + "below each other are a column."
    }
  }
}
