/// The sizes of a matrix product and how its factors lie in memory; the result is
/// `[rows, columns]`, and `depth` is the length of the sums.
public struct MatrixProduct: Sendable, Hashable {
  /// How the factors lie in memory.
  public enum Form: Sendable, Hashable {
    /// A·B with A `[rows, depth]` and B `[depth, columns]`.
    case plain
    /// Aᵀ·B with A `[depth, rows]` and B `[depth, columns]`.
    case firstTransposed
    /// A·Bᵀ with A `[rows, depth]` and B `[columns, depth]`.
    case secondTransposed
  }

  /// What the sums start from.
  public enum Start: Sendable {
    /// From +0.
    case zero
    /// From what the output holds.
    case output
    /// From a bias for each column: `[columns]`.
    case bias(FloatSlice)
  }

  /// The form of the factors.
  public let form: Form
  /// Rows of the result.
  public let rows: Int
  /// Columns of the result.
  public let columns: Int
  /// The length of the sums.
  public let depth: Int

  /// Creates the sizes of a product.
  public init(_ form: Form = .plain, rows: Int, columns: Int, depth: Int) {
    self.form = form
    self.rows = rows
    self.columns = columns
    self.depth = depth
  }
}
