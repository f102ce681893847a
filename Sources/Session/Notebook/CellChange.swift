import Charts

/// A change of a notebook: from an index on, some cells gave way to others.
///
/// Only the cells that differ are kept, so a long notebook takes memory in proportion to its length.
struct CellChange {
  /// The index of the first cell that differs.
  let start: Int
  /// The cells from there on as they were.
  let before: [Cell]
  /// The cells from there on as they became.
  let after: [Cell]

  /// Does the change, on the cells that it was made from.
  func apply(to cells: inout [Cell]) {
    cells.replaceSubrange(start..., with: after)
  }

  /// Takes the change back, on the cells that it led to.
  func takeBack(from cells: inout [Cell]) {
    cells.replaceSubrange(start..., with: before)
  }
}
