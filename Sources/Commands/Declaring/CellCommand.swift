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
  private let action: Action

  /// Joins what a command declares and what it does.
  package init(_ definition: CommandDefinition, action: @escaping Action) {
    self.definition = definition
    self.action = action
  }

  /// Does it: changes the state of an execution and gives the result.
  /// - Throws: A `Diagnostic` that points at what was typed; the state may be half changed then.
  package func perform(
    in execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> any Report {
    try action(&execution, arguments)
  }
}
