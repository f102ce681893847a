import Charts
import Language
import Networks
import Reports
package import Workbench

/// `resume`: goes on with a training that a checkpoint has kept.
package enum ResumeCommand {
  /// How the verb is typed and explained.
  package static let definition = CommandDefinition(
    verb: "resume", family: .training,
    summary: "goes on with a training that was broken off, from its checkpoint",
    forms: ["resume", "resume checkpoint=every(10, run.safetensors)"],
    options: [
      CheckpointReader.option.definition, steps.definition, WorkConsent.option.definition,
    ], touches: .writes, example: [])

  private static let steps = CommandOption<Int>.count(
    "steps", in: 0...1_000_000_000,
    meaning: "stops after so many steps of the whole training, even within an epoch")

  /// The verb, for the table of all verbs.
  package static let command = CellCommand(definition, action: run)

  private static func run(
    _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> any Report {
    try arguments.expect(atMost: 0)
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
