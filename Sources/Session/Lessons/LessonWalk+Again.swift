import Notebooks
import Workbench

// What the student once made, made again.
extension LessonWalk {
  /// Takes a step as the student once took it.
  ///
  /// - Returns: Why it did not come to the same; nil where it did.
  mutating func take(_ cells: OwnCells, control: RunControl) -> RecoveryStop? {
    if let stop = tryAgain(cells, control: control) { return stop }
    let start = lesson
    own[index] = cells
    (lesson, branch) = (session, nil)
    pass(from: start)
    return nil
  }

  /// Tries what the student once tried at the step that comes next.
  ///
  /// - Returns: Why it did not come to the same; nil where it did.
  mutating func tryAgain(_ cells: OwnCells, control: RunControl) -> RecoveryStop? {
    var session = lesson
    guard cells.kept <= session.cells.count else {
      return RecoveryStop(reason: "cells are missing")
    }
    // Notes that were written since are no part of what the student left out then.
    if session.cells[cells.kept...].contains(where: { !isNote($0.source) }) {
      session.change(from: cells.kept, to: [])
    }
    let rights = session.settings.files.rights
    for cell in cells.cells {
      session.settings.files.rights = typed
      control.onCell()
      let outcome = session.submit(cell.source, control: control)
      if outcome.isInterrupted { return .interrupted }
      guard case .cell(_, let result) = outcome, result.hasFailed == cell.hasFailed else {
        return RecoveryStop(reason: "\(cell.shown) comes to something else now")
      }
      session.settings.files.rights = typed.inMemory
      for save in cell.saves { session.recover(save: save, control) }
      if control.isInterrupted() { return .interrupted }
    }
    session.settings.files.rights = rights
    branch = session
    return nil
  }
}
