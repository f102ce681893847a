package import Language

/// A condition that is asked after every epoch of a training, and the command that it lets run.
package struct TrainingRule: Sendable {
  /// The condition and the command, as they were typed.
  package let rule: Rule

  /// Makes it of its parts.
  package init(rule: Rule) {
    self.rule = rule
  }

  /// "when validation_loss < 0.1 do stop"
  package var text: String { Statement.rule(rule).formatted }
}
