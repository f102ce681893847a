import Charts
import Language
import Networks
import Reports
package import Workbench

/// `resume`: goes on with a training that a checkpoint has kept; `resume study`: with a search.
package enum ResumeCommand {
  /// How the verb is typed and explained.
  private static func definition(_ engines: [OptionDefinition]) -> CommandDefinition {
    CommandDefinition(
      verb: "resume", family: .training,
      summary: "goes on with a training or a search that was broken off",
      forms: [
        "resume", "resume checkpoint=every(10, run.safetensors)", "resume study",
        "resume study engine=ray",
      ], words: [study],
      options: [CheckpointReader.option.definition, steps.definition] + engines
        + [WorkConsent.option.definition], touches: [.reads, .writes, .programs], example: [])
  }

  private static let study = "study"

  private static let steps = CommandOption<Int>.count(
    "steps", in: 0...1_000_000_000,
    meaning: "stops after so many steps of the whole training, even within an epoch")

  /// The verb, for the table of all verbs.
  ///
  /// - Parameters:
  ///   - studies: Goes on with a study, which the rooms above know.
  ///   - engines: The options that say where its trials are trained.
  package static func command(
    studies: @escaping CellCommand.Action, engines: [OptionDefinition]
  ) -> CellCommand {
    CellCommand(definition(engines)) { (execution, arguments) throws(Diagnostic) in
      guard let value = arguments.values.first else {
        let names = engines.map(\.name)
        if let option = arguments.command.options.first(where: { names.contains($0.name.text) }) {
          throw Diagnostic(
            "a training goes on here; where trials are trained is said of a study",
            at: option.range, hints: ["resume study \(option.formatted)"])
        }
        return try run(&execution, arguments)
      }
      _ = try arguments.word(value, among: [study], what: "thing to resume")
      try arguments.expect(atMost: 1)
      if let option = arguments.given(steps) ?? arguments.given(CheckpointReader.option) {
        throw Diagnostic(
          "resume study goes on as its line says, and takes no \(option.name.text)",
          at: option.range, hints: ["resume study"])
      }
      return try studies(&execution, arguments)
    }
  }

  private static func run(
    _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> any Report {
    let data = try execution.data(for: arguments)
    let hand = try execution.network(for: arguments, fitting: data)
    guard let unfinished = hand.unfinished, var settings = hand.settings else {
      throw Diagnostic(
        "the network in hand has no training that was broken off", at: arguments.command.range,
        hints: [
          "train epochs=100 checkpoint=run.safetensors keeps one, "
            + "and load network run.safetensors brings it back"
        ])
    }
    settings.maximumSteps = try arguments.value(of: steps)
    let checkpoints = try CheckpointReader.checkpoints(arguments)
    return try TrainCommand.train(
      hand, on: data, settings, goingOnWith: unfinished, checkpoints, &execution, arguments)
  }

  /// What a student should know of a training that a file keeps.
  package static func note(on hand: NetworkInHand) -> String? {
    guard let run = hand.unfinished, let settings = hand.settings else { return nil }
    let planned = max(settings.epochs, run.epochs)
    guard !run.isOver(planned: settings.epochs) else {
      return "Its training is done; resume gives the network that it left."
    }
    return "\(NumberText.count(run.epochs)) of \(Wording.count(planned, "epoch")) of its training "
      + "are done; resume goes on with it."
  }
}
