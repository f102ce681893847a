package import Charts

/// What `when CONDITION do COMMAND` did: a rule is kept for the trainings that follow.
package struct RuleReport: Report {
  /// The rule as it is written: "when loss < 0.1 do stop".
  package let rule: String

  /// Keeps the rule.
  package init(_ rule: String) {
    self.rule = rule
  }

  package var document: Document {
    Document([
      .facts([Fact("rule", .text(rule), text: "after each epoch of a training: \(rule)")])
    ])
  }
}
