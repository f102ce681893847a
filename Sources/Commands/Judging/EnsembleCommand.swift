package import Language
import Networks
package import Reports
package import Workbench

/// `ensemble a b c`: what several networks are worth together, beside each of them.
package enum EnsembleCommand {
  /// How the verb is typed and explained.
  package static let definition = CommandDefinition(
    verb: "ensemble", family: .judging,
    summary: "averages the answers of several networks, and judges them beside their members",
    forms: ["ensemble a b c", "ensemble a b c test"],
    words: ["train", "training", "validation", "test"],
    options: [WorkConsent.option.definition],
    completion: CommandCompletion(kinds: [.networks], kindsFollowing: { _ in [.networks] }),
    example: [
      "data moons points=120 noise=0.2", "split train=50% validation=50%",
      "for name in a, b, c\n  network name\n  add dense 8 tanh\n  add dense 1 sigmoid\nend",
      "use a", "train epochs=20 rate=0.5", "use b", "initialize seed=1",
      "train epochs=20 rate=0.5", "use c", "initialize seed=2", "train epochs=20 rate=0.5",
      "ensemble a b c",
    ])

  /// The verb, for the table of all verbs.
  package static let command = CellCommand(definition, action: run)

  /// `ensemble=a,b,c` of `evaluate` and `predict`.
  package static let option = CommandOption<Expression>.expression(
    "ensemble", .word, names: [.networks],
    meaning: "the mean of the answers of these networks: a,b,c")

  private static func run(
    _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> EnsembleReport {
    let data = try execution.data(for: arguments)
    _ = try arguments.value(0, orSay: "ensemble needs the names of networks: ensemble a b c")
    var values = arguments.values
    var part: DataInHand.Part = data.rows(of: .validation).isEmpty ? .training : .validation
    if let last = values.last, let word = arguments.text(of: last),
      definition.words.contains(word),
      !execution.state.networks.contains(where: { $0.name == word })
    {
      part = try SplitName.part(word, of: data, at: last.range)
      values.removeLast()
    }
    let members = try EnsembleMembers(values, data, execution, arguments)
    let rows = data.rows(of: part)
    let answers = try members.answers(data.examples, rows: rows, execution)
    return EnsembleReport(
      answers, of: members.names, on: part, examples: rows.count,
      looks: part == .test ? execution.countedLook() : nil)
  }

  /// `evaluate ensemble=a,b,c`: the ensemble on each split.
  package static func evaluation(
    on parts: [DataInHand.Part], _ data: DataInHand, _ execution: inout Execution,
    _ arguments: Arguments
  ) throws(Diagnostic) -> EnsembleEvaluationReport {
    let members = try members(data, execution, arguments)
    var measured: [EnsembleEvaluationReport.Part] = []
    for part in parts {
      let rows = data.rows(of: part)
      let answers = try members.answers(data.examples, rows: rows, execution)
      measured.append(.init(answers, on: part, examples: rows.count))
    }
    return EnsembleEvaluationReport(
      measured, of: members.names,
      looks: parts.contains(.test) ? execution.countedLook() : nil)
  }

  /// The members that the option names.
  package static func members(
    _ data: DataInHand, _ execution: Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> EnsembleMembers {
    try EnsembleMembers(
      arguments.expressions(of: option), data, execution, arguments)
  }
}
