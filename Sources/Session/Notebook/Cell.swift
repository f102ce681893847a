public import Charts
public import Language

/// One numbered step of a session: what was typed, what came of it, and the state it led to.
public struct Cell: Sendable {
  /// What running a cell gave.
  public enum Result: Equatable, Sendable {
    /// A command's document.
    case document(Document)
    /// Prose of the student's own; nothing was run.
    case note(String)
    /// An error: the state after the cell is the state before it.
    case failure(Diagnostic)
  }

  /// The cell's source; a loop has several lines.
  public let source: String
  /// What running it gave.
  public let result: Result
  /// How many `check` commands of the cell do not hold.
  public let failedChecks: Int
  /// Whether an interrupt ended its training; its source then says after how many steps.
  var isCutShort = false
  /// The state after the cell.
  let state: SessionState

  /// Whether the cell's command failed.
  public var hasFailed: Bool {
    if case .failure = result { true } else { false }
  }
}
