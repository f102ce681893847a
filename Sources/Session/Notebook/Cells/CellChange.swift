import Workbench

/// A change of a notebook, to be taken back or done again: from an index on, some cells give way to
/// others.
///
/// Only the cells that are not in the notebook are kept, so a long notebook takes memory in
/// proportion to its length.
struct CellChange {
  /// The index of the first cell that differs.
  let start: Int
  /// The cells from there on as they would be.
  let other: [Cell]

  /// Does the change, and gives back the one that leads back.
  func exchange(with cells: inout [Cell]) -> CellChange {
    let back = CellChange(start: start, other: Array(cells[start...]))
    cells.replaceSubrange(start..., with: other)
    return back
  }

  /// How many bytes its cells hold, each beyond the one before it.
  var heldBytes: Int { other.reduce(0) { $0 + $1.byteCount } }
}

/// A change of a notebook that was taken back or done again.
struct CellExchange {
  /// The index of the first cell that differs.
  let start: Int
  /// The cells from there on as they were.
  let old: [Cell]
  /// The cells from there on as they are.
  let new: [Cell]
  /// How many looks at the test split the cells have taken less than they had.
  let looksLost: Int
  /// What is to be said of files.
  let remarks: [String]

  /// The change that leads back.
  var back: CellChange { CellChange(start: start, other: old) }
}

/// Where a notebook stood: enough to come back to it, as long as cells were only put behind its own.
struct NotebookMark: Sendable {
  /// How many cells it had.
  let cells: Int
  /// How many changes had led to them.
  let changes: Int
  /// The changes that could be done again.
  let future: [CellChange]
  /// How many looks at the test split it had taken.
  let looksTaken: Int
  /// The run of its last cell; nil where it had none.
  let last: Shared<SessionState>?
}
