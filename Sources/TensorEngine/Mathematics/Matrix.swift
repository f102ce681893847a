/// A matrix of doubles `[rows, columns]`, row-major; a vector is a matrix of one row.
public struct Matrix: Equatable, Sendable {
  /// The most elements that a formula may make or take out of a network.
  public static let limit = 20_000_000

  /// The number of rows.
  public let rows: Int
  /// The number of columns.
  public let columns: Int
  /// The elements, row after row.
  public var elements: [Double]

  /// Makes a matrix of `rows * columns` elements.
  public init(rows: Int, columns: Int, elements: [Double]) {
    precondition(elements.count == rows * columns, "a matrix has rows * columns elements")
    self.rows = rows
    self.columns = columns
    self.elements = elements
  }

  /// The element of a row and a column, both counted from 0.
  public subscript(row: Int, column: Int) -> Double { elements[row * columns + column] }

  /// Rows and columns exchanged: `[columns, rows]`.
  public var transposed: Matrix {
    var result = [Double](repeating: 0, count: elements.count)
    for row in 0..<rows {
      for column in 0..<columns { result[column * rows + row] = self[row, column] }
    }
    return Matrix(rows: columns, columns: rows, elements: result)
  }

  /// A matrix of the same size whose elements are a function of these.
  public func map(_ transform: (Double) -> Double) -> Matrix {
    Matrix(rows: rows, columns: columns, elements: elements.map(transform))
  }

  /// The matrix product, each element accumulated over k in ascending order;
  /// `nil` if the inner sizes differ.
  public func product(_ other: Matrix) -> Matrix? {
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
