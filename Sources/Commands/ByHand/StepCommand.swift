import Charts
import Language
import Networks
import Reports
import TensorEngine
import Workbench

/// `step`: changes the weights by the gradients of the batch in hand.
package enum StepCommand {
  package static let definition = CommandDefinition(
    verb: "step", family: .training,
    summary: "changes the weights by the gradients of the batch in hand",
    forms: ["step", "step optimizer=adam rate=0.01"],
    options: ForwardCommand.definition.options.filter { !settled.contains($0.name) },
    example: ForwardCommand.start + ["forward batch=10", "backward", "step rate=0.5"])

  package static let command = CellCommand(definition, action: run)

  /// What was settled when the batch was taken forward.
  private static let settled = ["training", "batch", "loss", "l1", "l2", "lambda"]

  private static func run(
    _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> Document {
    try arguments.expect(atMost: 0)
    let data = try execution.data(for: arguments)
    var hand = try execution.network(for: arguments, fitting: data)
    var batch = try HandText.batch(of: hand, for: arguments)
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
    let trainer = HandText.trainer(hand.network, data, batch.settings, execution)
    let (rows, isTraining, number) = (batch.pass.rows, batch.pass.isTraining, batch.number)
    let sums = hand.sums
    let step = try HandText.asking(arguments) { () throws(NetworkError) in
      try trainer.step(rows: rows, isTraining: isTraining, batch: number, after: sums)
    }
    let after = try HandText.asking(arguments) { () throws(NetworkError) in
      try HandText.trainer(step.network, data, trainer.settings, execution).pass(
        rows: rows, isTraining: isTraining)
    }
    let document = document(from: hand.network, to: step, batch, after: after)
    batch.isDone = true
    hand.step(to: step, with: batch)
    hand.settings = hand.settings ?? batch.settings
    hand.preparation = SavedNetwork.preparation(of: data, for: step.network)
    execution.state.network = hand
    return document
  }

  private static func document(
    from old: Network, to step: HandStep, _ batch: BatchInHand, after: BatchPass
  ) -> Document {
    let new = step.network
    let rate = batch.settings.optimizer.learningRate
    let facts = [
      Fact("step", .count(new.training.steps)),
      Fact("rate", .number(rate)),
      Fact(
        "loss_before", .number(batch.pass.loss), text: "loss \(HandText.number(batch.pass.loss))"),
      Fact(
        "loss_after", .number(after.loss),
        text: "the same batch now: loss \(HandText.number(after.loss))"),
    ]
    var rows: [[Table.Cell]] = []
    for (index, layer) in new.summaries.enumerated() {
      for (position, name) in new.parameters[index].names.enumerated() {
        let before = old.parameters[index].tensors[position].elements
        let now = new.parameters[index].tensors[position].elements
        let change = zip(before, now).map { $1 - $0 }
        rows.append(
          [.text("#\(layer.number) \(layer.kind.rawValue)"), .text(name)]
            + [before, change, now].map {
              .number(HandText.norm($0), text: HandText.number(HandText.norm($0)))
            })
      }
    }
    let columns: [Table.Column] =
      [.init(term: "layer"), .init(term: "parameter")]
      + [.init(term: "norm", alignment: .right)]
      + ["of the change", "now"].map { .init($0, alignment: .right) }
    var document = Document([.facts(facts), .table(Table(columns: columns, rows: rows))])
    if let record = step.record {
      let end = Fact("epoch", .count(record.epoch), text: "epoch \(record.epoch) is over")
      document.blocks.append(.facts([end] + TrainingText.figures(of: record)))
    }
    return document
  }
}
