import Formulas
package import Language
package import Reports
import Workbench

/// `when validation_loss < 0.1 do stop`: a callback in the command language.
package enum WhenCommand {
  /// How the verb is typed and explained.
  package static let definition = CommandDefinition(
    verb: "when", family: .training,
    summary: "does a command after each epoch of a training for which a condition holds",
    forms: [
      "when validation_loss < 0.1 do stop", "when epoch == 10 do print norm(weights(1))", "when",
      "when never",
    ],
    words: ["never"],
    example: TrainCommand.definition.example.dropLast()
      + ["when loss < 0.6 do stop", "train epochs=100 rate=0.1"])

  /// The verb, for the table of all verbs.
  package static let command = CellCommand(definition, action: run)

  /// `stop`, which only a rule can do.
  package static let stop = CellCommand(
    CommandDefinition(
      verb: "stop", family: .training, summary: "ends the training that a rule watches",
      forms: ["stop"], example: definition.example),
    action: { (execution, arguments) throws(Diagnostic) in
      try arguments.expect(atMost: 0)
      guard execution.isWithinTraining else {
        throw Diagnostic(
          "stop ends a training that is under way", at: arguments.command.range,
          hints: ["when loss < 0.1 do stop"])
      }
      execution.stopsTraining = true
      return SentenceReport()
    })

  /// `when` lists the rules, `when never` drops them.
  private static func run(
    _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> RulesReport {
    if !arguments.values.isEmpty { execution.state.rules = [] }
    return RulesReport(execution.state.rules.map(\.text))
  }

  /// Refuses names that no training will know.
  private static func checkNames(
    of condition: Expression, _ execution: Execution
  ) throws(Diagnostic) {
    let constants = ExpressionFunction.constants.map(\.name)
    let known = TrainingWatch.names + execution.state.bindings.names + constants
    for name in condition.names where !known.contains(name.text) {
      throw Wording.unknownWord(
        name.text, what: "quantity of an epoch", among: known, at: name.range)
    }
  }

  /// Keeps a rule for the trainings that follow.
  package static func add(_ rule: Rule, to execution: inout Execution) throws(Diagnostic)
    -> RuleReport
  {
    let verb = rule.action.verb
    guard let definition = execution.table.definition(of: verb.text) else {
      throw Wording.unknownCommand(verb, in: execution.table)
    }
    let isStop = definition.verb == stop.definition.verb
    guard execution.table.cellCommand(of: verb.text) != nil,
      isStop || [.looking, .judging].contains(definition.family)
    else {
      throw Diagnostic(
        "\(verb.text) can't be done in the middle of a training", at: verb.range,
        hints: ["what looks and judges can, and stop: print, plot, show, check"])
    }
    try checkNames(of: rule.condition, execution)
    let kept = TrainingRule(rule: rule)
    execution.state.rules.append(kept)
    return RuleReport(kept.text)
  }
}
