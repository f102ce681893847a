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
}
