import TensorEngine

/// What one of several threads does of an operation: some rows of the batch, or the columns that it
/// owns.
///
/// Owners have the same columns of every place of one width, and what belongs to these: of a dense
/// layer the columns of the kernel, their gradients and what the optimizer remembers for them. So
/// what an owner writes in one step lies in its own caches in the next, and owners read from each
/// other the values between the layers alone.
struct Part: Sendable {
  enum Cut: Sendable {
    case rows
    case columns
  }

  /// Columns are divided between the lines of the caches, of so many floats.
  private static let line = 16

  /// The number of the part, from 0, and how many there are.
  let index: Int
  let count: Int
  let cut: Cut

  /// All of the work.
  static let whole = Part(index: 0, count: 1, cut: .rows)

  /// Whether each of some owners has columns of a width.
  static func reachesAll(_ owners: Int, width: Int) -> Bool {
    owners == 1 || width >= owners * line
  }

  /// The rows of the part, of so many.
  @inline(__always)
  func rows(of rows: Int) -> Range<Int> {
    cut == .columns ? 0..<rows : ThreadPool.range(ofChunk: index, of: count, count: rows)
  }

  /// The columns of the part, of so many.
  @inline(__always)
  func columns(of width: Int) -> Range<Int> {
    cut == .rows ? 0..<width : Self.columns(ofOwner: index, of: count, width: width)
  }

  /// The columns that belong to an owner; none where others have all of them.
  static func columns(ofOwner owner: Int, of owners: Int, width: Int) -> Range<Int> {
    if owners <= 1 { return 0..<width }
    let lines = ThreadPool.range(ofChunk: owner, of: owners, count: (width + line - 1) / line)
    return min(width, lines.lowerBound * line)..<min(width, lines.upperBound * line)
  }

  /// Goes over the floats of the part, where they lie beside each other in rows of a width.
  @inline(__always)
  func forEachRun(rows: Int, width: Int, _ body: (_ first: Int, _ count: Int) -> Void) {
    let rows = self.rows(of: rows)
    let columns = self.columns(of: width)
    if columns.count == width {
      body(rows.lowerBound * width, rows.count * width)
    } else if !columns.isEmpty {
      for row in rows { body(row * width + columns.lowerBound, columns.count) }
    }
  }
}
