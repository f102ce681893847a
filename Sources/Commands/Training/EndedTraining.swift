import Networks
import Workbench

/// A training that has come to its end, before its network is the one in hand.
package struct EndedTraining {
  /// How it ended.
  let result: TrainingResult
  /// How it went about it.
  let settings: TrainingSettings
  /// The epoch that it was to come to.
  let goal: Int
  /// The run that it went on with; nil for one of its own.
  var unfinished: UnfinishedRun?
  /// The rule that ended it; nil where none did.
  var rule: TrainingRule?
  /// What was kept of what the network's last training was told, as it would be typed.
  var kept: [String] = []
}
