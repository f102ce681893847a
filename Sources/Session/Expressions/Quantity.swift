/// The value of an expression: a number, a vector or matrix of numbers, or a truth.
///
/// All arithmetic on quantities is in double precision, whatever the network computes in, so
/// that a formula checked by hand is not blurred by the check.
package enum Quantity: Equatable, Sendable {
  case number(Double)
  case matrix(Matrix)
  case truth(Bool)
  /// A word that a loop runs over, `for name in sgd, adam`, or a hash.
  case word(String)

  var isWord: Bool {
    if case .word = self { true } else { false }
  }

  /// What it is, in the words of an error: "a number", "a 2 x 8 matrix".
  var kind: String {
    switch self {
    case .number: "a number"
    case .matrix(let matrix): "a \(matrix.rows) x \(matrix.columns) matrix"
    case .truth: "yes or no"
    case .word: "a word"
    }
  }
}

/// A matrix of doubles `[rows, columns]`, row-major; a vector is a matrix of one row.
package struct Matrix: Equatable, Sendable {
  /// The most elements that a formula may make or take out of a network.
  static let limit = 20_000_000

  /// The number of rows.
  package let rows: Int
  /// The number of columns.
  package let columns: Int
  /// The elements, row after row.
  package var elements: [Double]

  /// Makes a matrix of `rows * columns` elements.
  package init(rows: Int, columns: Int, elements: [Double]) {
    precondition(elements.count == rows * columns, "a matrix has rows * columns elements")
    self.rows = rows
    self.columns = columns
    self.elements = elements
  }

  subscript(row: Int, column: Int) -> Double { elements[row * columns + column] }

  var transposed: Matrix {
    var result = [Double](repeating: 0, count: elements.count)
    for row in 0..<rows {
      for column in 0..<columns { result[column * rows + row] = self[row, column] }
    }
    return Matrix(rows: columns, columns: rows, elements: result)
  }

  func map(_ transform: (Double) -> Double) -> Matrix {
    Matrix(rows: rows, columns: columns, elements: elements.map(transform))
  }

  /// The matrix product, each element accumulated over k in ascending order;
  /// `nil` if the inner sizes differ.
  func product(_ other: Matrix) -> Matrix? {
    guard columns == other.rows else { return nil }
    var result = [Double](repeating: 0, count: rows * other.columns)
    for row in 0..<rows {
      for k in 0..<columns {
        let factor = self[row, k]
        for column in 0..<other.columns {
          result[row * other.columns + column] += factor * other[k, column]
        }
      }
    }
    return Matrix(rows: rows, columns: other.columns, elements: result)
  }
}

extension Array where Element == Double {
  /// The sum in 64 fixed lanes (element i in lane i mod 64), folded 64, 32, 16, 8, 4, 2, 1:
  /// the order of every full reduction of Overfit.
  var laneSum: Double {
    var lanes = [Double](repeating: 0, count: 64)
    for (index, element) in enumerated() { lanes[index % 64] += element }
    var width = 32
    while width > 0 {
      for lane in 0..<width { lanes[lane] += lanes[lane + width] }
      width /= 2
    }
    return lanes[0]
  }

  /// The element that a share of the sorted elements lie below, between two of them in proportion,
  /// as NumPy's and scikit-learn's quantiles are; NaN without elements or with one that is NaN.
  func quantile(_ share: Double) -> Double {
    guard !isEmpty, allSatisfy({ !$0.isNaN }) else { return .nan }
    let sorted = self.sorted()
    let place = share * Double(count - 1)
    let lower = Int(place.rounded(.down))
    let upper = Swift.min(lower + 1, count - 1)
    let part = place - Double(lower)
    return part == 0 ? sorted[lower] : sorted[lower] + part * (sorted[upper] - sorted[lower])
  }
}
