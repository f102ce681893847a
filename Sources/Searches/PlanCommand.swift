package import Commands
import Language
import Reports
import Tuning
import Workbench

/// `plan grid rate=0.01,0.1 folds=5`: what a search would do, before it starts; `plan` alone: what
/// the last one did.
package enum PlanCommand {
  /// How the verb is typed and explained.
  package static let definition = CommandDefinition(
    verb: "plan", family: .training,
    summary: "says what a search would do, without training: settings, folds, fits, epochs, work",
    forms: ["plan"] + SearchCommand.forms.map { "plan \($0)" },
    words: SearchMethod.allCases.map(\.rawValue),
    options: SearchOptions.all.filter { $0.name != WorkConsent.option.name },
    usualOptions: ["epochs", "rate", "units", "l2", "folds", "repeats", "by", "trials"],
    completion: SearchCommand.completion,
    example: TrainCommand.definition.example
      + ["plan grid rate=0.001,0.01,0.1 batch=16,32 folds=5"])

  /// The verb, for the table of all verbs.
  package static let command = CellCommand(definition, action: run)

  private static func run(
    _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> any Report {
    if arguments.values.isEmpty, arguments.command.options.isEmpty {
      guard let study = execution.state.study else {
        throw Diagnostic(
          "nothing has been searched yet", at: arguments.command.range,
          hints: ["plan grid rate=0.01,0.1 folds=5 says what such a search would do"])
      }
      return PlanReport(study.plan, isDone: true)
    }
    let line = try SearchReader(execution, arguments).line()
    return PlanReport(try SearchRun(line, execution, arguments).plan(execution), isDone: false)
  }
}
