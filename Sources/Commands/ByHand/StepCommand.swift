import Language
import Networks
import Reports
import TensorEngine
import Workbench

/// `step`: changes the weights by the gradients of the batch in hand.
package enum StepCommand {
  /// How the verb is typed and explained.
  package static let definition = CommandDefinition(
    verb: "step", family: .training,
    summary: "changes the weights by the gradients of the batch in hand",
    forms: ["step", "step optimizer=adam rate=0.01"],
    options: ForwardCommand.definition.options.filter { !settled.contains($0.name) },
    example: ForwardCommand.start + ["forward batch=10", "backward", "step rate=0.5"])

  /// The verb, for the table of all verbs.
  package static let command = CellCommand(definition, action: run)

  /// What the loss of the batch in hand and its gradients were computed with.
  private static let settled =
    (ForwardCommand.ownOptions + [OptionDefinition(TrainingSetting.batch)] + LossReader.options)
    .map(\.name).filter { !takenAfterwards.contains($0) }

  /// Settings of the loss that act on the weights when the step is taken, and not before.
  private static let takenAfterwards = [
    TrainingSetting.proximal.name, TrainingSetting.maxNorm.name,
  ]

  private static func run(
    _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> StepReport {
    try arguments.expect(atMost: 0)
    let data = try execution.data(for: arguments)
    var hand = try execution.network(for: arguments, fitting: data)
    var batch = try HandReader.batch(of: hand, for: arguments)
    guard batch.pass.gradients != nil else {
      throw Diagnostic(
        "step needs the gradients of the batch in hand", at: arguments.command.verb.range,
        hints: ["backward finds them"])
    }
    guard !batch.isDone else {
      throw Diagnostic(
        "the step with this batch is taken", at: arguments.command.verb.range,
        hints: ["forward takes up the next one"])
    }
    batch.settings = try TrainingReader.settings(
      from: arguments, seed: execution.state.seed, basedOn: batch.settings)
    let trainer = HandReader.trainer(hand.network, data, batch.settings, execution)
    let (rows, isTraining, number) = (batch.pass.rows, batch.pass.isTraining, batch.number)
    let sums = hand.sums
    let step = try execution.asking(arguments) { () throws(NetworkError) in
      try trainer.step(rows: rows, isTraining: isTraining, batch: number, after: sums)
    }
    let after = try execution.asking(arguments) { () throws(NetworkError) in
      try HandReader.trainer(step.network, data, trainer.settings, execution).pass(
        rows: rows, isTraining: isTraining)
    }
    let report = report(from: hand.network, to: step, batch, after: after)
    batch.isDone = true
    hand.learn(from: data)
    hand.step(to: step, with: batch)
    hand.settings = hand.settings ?? batch.settings
    execution.state.network = hand
    return report
  }

  private static func report(
    from old: Network, to step: HandStep, _ batch: BatchInHand, after: BatchPass
  ) -> StepReport {
    let new = step.network
    let moves = new.summaries.enumerated().flatMap { index, layer in
      new.parameters[index].names.enumerated().map { position, name in
        StepReport.Move(
          name, of: layer, from: old.parameters[index].tensors[position].elements,
          to: new.parameters[index].tensors[position].elements)
      }
    }
    return StepReport(
      step: new.training.steps, rate: batch.settings.optimizer.learningRate,
      loss: (batch.pass.loss, after.loss), moves: moves, record: step.record)
  }
}
