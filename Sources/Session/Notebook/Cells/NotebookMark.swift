import Workbench

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
