import Workbench

/// The state that a cell led to, shared by all copies of the cell.
final class StateAfterCell: Sendable {
  let state: SessionState

  init(_ state: SessionState) {
    self.state = state
  }
}
