package import TensorEngine

/// The value of an expression: a number, a vector or matrix of numbers, or a truth.
///
/// All arithmetic on quantities is in double precision, whatever the network computes in, so
/// that a formula checked by hand is not blurred by the check.
package enum Quantity: Equatable, Sendable {
  /// A single number.
  case number(Double)
  /// Rows and columns of numbers; a vector has one row.
  case matrix(Matrix)
  /// Whether a condition holds.
  case truth(Bool)
  /// A word that a loop runs over, `for name in sgd, adam`, or a hash.
  case word(String)

  /// Whether it is a word, and so nothing to calculate with.
  package var isWord: Bool {
    if case .word = self { true } else { false }
  }

  /// What it is, in the words of an error: "a number", "a 2 x 8 matrix".
  package var kind: String {
    switch self {
    case .number: "a number"
    case .matrix(let matrix): "a \(matrix.rows) x \(matrix.columns) matrix"
    case .truth: "yes or no"
    case .word: "a word"
    }
  }
}
