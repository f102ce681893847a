import Charts
package import Language
package import Reports

/// A command that becomes a cell: from the state so far to a new state and a result. One file a
/// command.
package struct CellCommand: Sendable {
  /// Changes the state of an execution and gives the result, or refuses and leaves it to the caller
  /// to keep the old state.
  package typealias Action = @Sendable (inout Execution, Arguments) throws(Diagnostic) -> any Report

  /// How it is typed and explained.
  package let definition: CommandDefinition
  /// What it does.
  package let action: Action

  /// Joins what a command declares and what it does.
  package init(_ definition: CommandDefinition, action: @escaping Action) {
    self.definition = definition
    self.action = action
  }
}
