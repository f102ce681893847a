import Commands
import Language
import Workbench

/// A verb that works on the notebook itself and so never becomes a cell, nor a part of what is
/// saved.
package struct NotebookVerb: Sendable {
  typealias Action =
    @Sendable (inout NotebookSession, Arguments, RunControl) throws(Diagnostic)
    -> NotebookSession.Outcome

  let definition: CommandDefinition
  /// Which of the commands with its verb it does; some forms of a verb become cells, others not.
  let claims: @Sendable (Command) -> Bool
  /// Whether it does all commands with its verb, and is listed as a verb of its own.
  let isWholeVerb: Bool
  /// Whether its output tells of one machine alone, and can't stand in a lesson.
  let isOfThisMachine: Bool
  let action: Action

  /// A verb of its own.
  init(_ definition: CommandDefinition, action: @escaping Action) {
    self.definition = definition
    claims = { _ in true }
    isWholeVerb = true
    isOfThisMachine = false
    self.action = action
  }

  /// Some forms of a verb whose other forms become cells.
  init(
    _ definition: CommandDefinition, claims: @escaping @Sendable (Command) -> Bool,
    isOfThisMachine: Bool = false, action: @escaping Action
  ) {
    self.definition = definition
    self.claims = claims
    isWholeVerb = false
    self.isOfThisMachine = isOfThisMachine
    self.action = action
  }
}
