package import Workbench

/// One cell being run: the state so far, and what its commands need to do their work.
package struct Execution {
  /// The state that the commands so far have led to.
  package var state: SessionState
  /// What the session was told when it began.
  package internal(set) var settings: SessionSettings
  /// The commands that a rule of a training may let run.
  package let table: CommandTable
  /// Who watches the run, and may stop it.
  package let control: RunControl
  /// Whether a formula of the command at hand looked at the test split.
  package let looks = TestLooks()
  /// Set by a command that was interrupted and so gives no result.
  package var interruption: String?
  /// Set by `stop`: the training that a rule watches ends here.
  var stopsTraining = false
  /// Whether this runs between two epochs of a training.
  package var isWithinTraining = false
  /// Set by a training that was interrupted: the option that makes the command stop there again.
  package var stoppedAtStep: Int?

  /// Begins to run a cell from a state.
  package init(
    state: SessionState, settings: SessionSettings, table: CommandTable, control: RunControl
  ) {
    self.state = state
    self.settings = settings
    self.table = table
    self.control = control
  }
}
