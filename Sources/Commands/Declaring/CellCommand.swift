import Charts
package import Language
package import Reports

/// A command that becomes a cell: from the state so far to a new state and a result. One file a
/// command.
package struct CellCommand: Sendable {
  package typealias Action = @Sendable (inout Execution, Arguments) throws(Diagnostic) -> any Report

  package let definition: CommandDefinition
  package let action: Action

  package init(_ definition: CommandDefinition, action: @escaping Action) {
    self.definition = definition
    self.action = action
  }
}
