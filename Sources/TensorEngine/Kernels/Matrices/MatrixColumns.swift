/// Some columns of matrices `[rows, columns]` that lie alike.
public struct MatrixColumns: Sendable {
  /// The rows of each matrix.
  public var rows: Int
  /// The columns of each matrix, and so the floats from one row to the next.
  public var columns: Int
  /// The columns to work on, from 0; the others are neither read nor written.
  public var range: Range<Int>

  /// Describes matrices `[rows, columns]` and which of their columns are meant.
  ///
  /// - Parameter range: The columns to work on, within `0..<columns`; nil for all.
  @inlinable
  public init(rows: Int, columns: Int, range: Range<Int>? = nil) {
    self.rows = rows
    self.columns = columns
    self.range = range ?? 0..<columns
  }

  /// Whether matrices with the first count of floats and vectors with the second are long enough.
  @inline(__always)
  func fit(matrices: Int, vectors: Int) -> Bool {
    range.lowerBound >= 0 && range.upperBound <= columns && matrices >= rows * columns
      && vectors >= columns
  }
}
