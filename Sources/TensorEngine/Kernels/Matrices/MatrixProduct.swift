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

  /// How many elements lie from one row of each matrix to the next: no fewer than its columns, and
  /// more where it is a part of a wider one.
  public struct Steps: Sendable, Hashable {
    /// Of A as it lies.
    public let first: Int
    /// Of B as it lies.
    public let second: Int
    /// Of the result.
    public let result: Int

    /// Creates the steps.
    public init(first: Int, second: Int, result: Int) {
      self.first = first
      self.second = second
      self.result = result
    }
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

  /// The steps of matrices whose rows follow each other.
  @inline(__always)
  var denseSteps: Steps {
    Steps(
      first: form == .firstTransposed ? rows : depth,
      second: form == .secondTransposed ? depth : columns, result: columns)
  }

  /// The elements from the first to the last of each matrix, these included.
  func counts(_ steps: Steps) -> (first: Int, second: Int, result: Int) {
    (
      form == .firstTransposed
        ? Self.count(depth, rows, steps.first) : Self.count(rows, depth, steps.first),
      form == .secondTransposed
        ? Self.count(columns, depth, steps.second) : Self.count(depth, columns, steps.second),
      Self.count(rows, columns, steps.result)
    )
  }

  private static func count(_ rows: Int, _ columns: Int, _ step: Int) -> Int {
    rows > 0 && columns > 0 ? (rows - 1) * step + columns : 0
  }
}
