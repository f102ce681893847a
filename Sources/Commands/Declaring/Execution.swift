import TensorEngine
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
  /// What the person said to the work of the cell's statements.
  package let consents = WorkConsents()
  /// Set by a command that was interrupted and so gives no result.
  package var interruption: String?
  /// Set by a training: what it has learned is kept, though it was interrupted or is so by now.
  private(set) var keepsResult = false
  /// Set by `stop`: the training that a rule watches ends here.
  var stopsTraining = false
  /// Whether this runs between two epochs of a training.
  package var isWithinTraining = false
  /// Set by a training that was interrupted: the option that makes the command stop there again.
  package var stoppedAtStep: Int?
  /// Set by a search that was interrupted: how many of its trials are kept.
  package var stoppedAtTrial: Int?

  /// What is said at a terminal of how a command ran, and is kept nowhere.
  package var remark: String?

  /// Whether a command was interrupted whose result is kept as far as it goes.
  package var isCutShort: Bool { stoppedAtStep != nil || stoppedAtTrial != nil }

  /// Begins to run a cell from a state.
  package init(
    state: SessionState, settings: SessionSettings, table: CommandTable, control: RunControl
  ) {
    self.state = state
    self.settings = settings
    self.settings.pool = settings.pool.heeding(control.interruption)
    self.table = table
    self.control = control
  }

  /// Says that a training is over, whose result is kept: what is left to do for that is not ended by
  /// the interrupt that ended the training, but by giving up alone.
  package mutating func keepResult() {
    keepsResult = true
    settings.pool = settings.pool.keeping
  }

  /// Takes note of an interrupt behind a statement: what it was to do may be unfinished.
  package mutating func noteInterruption() {
    let isOver = keepsResult ? control.interruption.isGivenUp() : control.isInterrupted()
    if isOver, interruption == nil { interruption = Wording.interruption }
  }

  /// Begins another statement of the same cell, which keeps nothing of what an interrupt leaves.
  package mutating func beginStatement() {
    guard keepsResult else { return }
    keepsResult = false
    settings = settings.watched(by: control)
    noteInterruption()
  }
}
