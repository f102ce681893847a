import Language

/// A condition that is asked after every epoch of a training, and the command that it lets run.
struct TrainingRule: Sendable {
  let rule: Rule

  /// "when validation_loss < 0.1 do stop"
  var text: String { Statement.rule(rule).formatted }
}
