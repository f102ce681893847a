import Commands
import Language
import TensorEngine
import Workbench

/// What a cell holds beyond the cells before it, reckoned while it runs.
///
/// After each command that is the exact sum; names are bound so often that they are estimated, and
/// reckoned exactly when the estimate has grown by half of what there was, and by a MiB at least.
struct CellMemory {
  /// What a cell takes without its text, its output and its state, in bytes.
  private static let ownBytes = 1024
  private static let estimatePerName = 600
  private static let leastEstimate = 1 << 20

  private let start: SessionState
  /// The storages of that state, once they are asked for.
  private lazy var storages = start.storages
  private var estimate = 0
  private var largestEstimate = leastEstimate

  /// Begins with the state before the cell.
  init(after state: SessionState) {
    start = state
  }

  /// Notes that a name was bound to a value.
  mutating func note(
    _ value: Quantity, in execution: Execution, _ output: CellOutput, at range: SourceRange
  ) throws(Diagnostic) {
    estimate += Self.estimatePerName + value.byteCount
    if estimate >= largestEstimate { _ = try reckoned(execution, output, at: range) }
  }

  /// The bytes that the cell holds now, told to the budget at hand.
  ///
  /// - Throws: a `Diagnostic` where they are more than there is.
  mutating func reckoned(
    _ execution: Execution, _ output: CellOutput, at range: SourceRange
  ) throws(Diagnostic) -> Int {
    estimate = 0
    let bytes = execution.state.bytes(notIn: start, storages) + output.byteCount
    let budget = MemoryBudget.current
    budget.held = start.heldBytes + bytes
    guard budget.held <= budget.limit else {
      throw Wording.diagnostic(
        for: MemoryShortage(
          need: .cell, needed: bytes, left: max(0, budget.limit - start.heldBytes),
          limit: budget.limit),
        at: range)
    }
    // What is reckoned seldom takes no longer in all than what is bound.
    largestEstimate = max(Self.leastEstimate, min(bytes / 2, budget.left / 4))
    return bytes
  }

  /// What a cell takes by its text, in bytes.
  static func textBytes(of source: String) -> Int { ownBytes + 4 * source.utf8.count }

  /// The cell with what its text takes and with the files that the notebook has saved, as the next one
  /// of the notebook.
  ///
  /// - Throws: `MemoryShortage` where the notebook has no room for it.
  static func entered(
    _ cell: Cell, keeping files: SavedFiles, after state: SessionState
  ) throws(MemoryShortage) -> Cell {
    var cell = cell
    if !cell.hasFailed { cell.byteCount += files.bytes(notIn: state.savedFiles) }
    cell.byteCount += textBytes(of: cell.source)
    var after = cell.state
    guard state.heldBytes + cell.byteCount <= after.memoryLimit else {
      throw MemoryShortage(
        need: .nextCell, needed: cell.byteCount, left: max(0, after.memoryLimit - state.heldBytes),
        limit: after.memoryLimit)
    }
    after.heldBytes = state.heldBytes + cell.byteCount
    if !cell.hasFailed { after.savedFiles = files }
    cell.state = after
    return cell
  }
}
