import Language
import Notebooks
import Workbench

// What the student once made, made again.
extension LessonWalk {
  /// Takes a step as the student once took it.
  ///
  /// - Returns: Why it did not come to the same; nil where it did.
  mutating func take(_ cells: OwnCells, control: RunControl) -> RecoveryStop? {
    let isGrowth =
      lesson.hasNotesAlone(behind: cells.kept)
      && cells.cells.allSatisfy { $0.saves.isEmpty && lesson.onlyAdds(lesson.script($0.source)) }
    let start = isGrowth ? Earlier.grown(from: lesson.mark) : .other(lesson)
    if let stop = lesson.run(cells, as: typed, control) {
      lesson = start.lesson(in: lesson)
      return stop
    }
    own[index] = cells
    branch = nil
    pass(from: start)
    return nil
  }

  /// Tries what the student once tried at the step that comes next.
  ///
  /// - Returns: Why it did not come to the same; nil where it did.
  mutating func tryAgain(_ cells: OwnCells, control: RunControl) -> RecoveryStop? {
    var session = lesson
    if let stop = session.run(cells, as: typed, control) { return stop }
    branch = session
    return nil
  }
}

extension NotebookSession {
  /// Whether nothing but notes stands behind the first cells.
  fileprivate func hasNotesAlone(behind count: Int) -> Bool {
    count <= cells.count && cells[count...].allSatisfy { isNote($0.source) }
  }

  /// Runs cells behind those that they left as they were.
  ///
  /// - Returns: Why they did not come to the same, anywhere on the way; nil where they did.
  fileprivate mutating func run(
    _ own: OwnCells, as typed: FileRights, _ control: RunControl
  ) -> RecoveryStop? {
    guard own.kept <= cells.count else { return RecoveryStop(reason: "cells are missing") }
    // Notes that were written since are no part of what the student left out then.
    if !hasNotesAlone(behind: own.kept) { change(from: own.kept, to: []) }
    let rights = settings.files.rights
    defer { settings.files.rights = rights }
    for cell in own.cells {
      settings.files.rights = typed
      control.onCell()
      let outcome = submit(cell.source, control: control)
      if outcome.isInterrupted { return .interrupted }
      guard case .cell(_, let result) = outcome, result.hasFailed == cell.hasFailed else {
        return RecoveryStop(reason: "\(cell.shown) comes to something else now")
      }
      settings.files.rights = typed.inMemory
      for save in cell.saves { recover(save: save, control) }
      if control.isInterrupted() { return .interrupted }
    }
    return nil
  }

  /// Whether a source is a note.
  func isNote(_ source: String) -> Bool {
    let statements = script(source).statements.filter { !$0.isBlank }
    return !statements.isEmpty
      && statements.allSatisfy { if case .note = $0 { true } else { false } }
  }
}
