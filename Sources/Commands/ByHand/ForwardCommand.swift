import Datasets
import Language
import Networks
import Reports
import TensorEngine
import Workbench

/// `forward batch`, `forward example 7`: one batch through the network, layer by layer.
package enum ForwardCommand {
  /// How the verb is typed and explained.
  package static let definition = CommandDefinition(
    verb: "forward", family: .training,
    summary: "takes one batch through the network and keeps all values in reach",
    forms: ["forward", "forward batch=10", "forward example 7", "forward training=no"],
    words: ["batch", "example"],
    options: ownOptions
      + TrainingReader.options.filter { !["epochs", "steps", "stop"].contains($0.name) },
    example: start + ["forward batch=10"])

  /// The options that no training has.
  static let ownOptions = [training.definition]
  private static let training = CommandOption<Bool>.yesOrNo(
    "training", usual: true, meaning: "whether dropout and the like are at work")

  /// The verb, for the table of all verbs.
  package static let command = CellCommand(definition, action: run)

  /// Lines that lead to a network to work on by hand.
  package static let start = [
    "data circles points=100", "network", "add dense 4 tanh", "add dropout 0.25",
    "add dense 1 sigmoid",
  ]

  private static func run(
    _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> ForwardReport {
    let data = try execution.data(for: arguments)
    var hand = try execution.network(for: arguments, fitting: data)
    let settings = try TrainingReader.settings(
      from: arguments, seed: execution.state.seed,
      basedOn: hand.batch?.settings ?? hand.settings)
    let trainer = HandReader.trainer(hand.network, data, settings, execution)
    let (rows, number) = try choose(arguments, hand, data, trainer)
    let isTraining = try arguments.valueOrUsual(of: training)
    let pass = try execution.asking(arguments) { () throws(NetworkError) in
      try trainer.pass(rows: rows, isTraining: isTraining)
    }
    let batch = BatchInHand(pass: pass, settings: settings, number: number)
    hand.take(batch)
    execution.state.network = hand
    return report(of: batch, hand.network, batches: trainer.batchCount)
  }

  /// The rows that were asked for: the next batch of the epoch, or an example by its number.
  private static func choose(
    _ arguments: Arguments, _ hand: NetworkInHand, _ data: DataInHand, _ trainer: Trainer
  ) throws(Diagnostic) -> (rows: [Int32], number: Int?) {
    guard let first = arguments.values.first else {
      return next(hand, trainer)
    }
    switch try arguments.word(first, among: definition.words, what: "thing to take forward") {
    case "batch":
      try arguments.expect(atMost: 1)
      return next(hand, trainer)
    default:
      try arguments.expect(atMost: 2)
      let value = try arguments.value(1, orSay: "forward example needs a number")
      let number = try arguments.count(
        value, what: "the example", in: 1...max(1, data.examples.count))
      return ([Int32(number - 1)], nil)
    }
  }

  private static func next(_ hand: NetworkInHand, _ trainer: Trainer) -> ([Int32], Int?) {
    let number = hand.batchesTaken < trainer.batchCount ? hand.batchesTaken : 0
    return (trainer.batch(number), number)
  }

  private static func report(
    of batch: BatchInHand, _ network: Network, batches: Int
  ) -> ForwardReport {
    let pass = batch.pass
    let subject: ForwardReport.Subject =
      if let number = batch.number {
        .batch(
          number + 1, of: batches, epoch: network.training.epochs + 1, examples: pass.rows.count)
      } else {
        .example(pass.rows.first.map { Int($0) + 1 } ?? 0)
      }
    return ForwardReport(
      subject, loss: BatchLoss(pass),
      outputs: zip(network.summaries, pass.outputs).map { layer, output in
        TensorFigures(of: output.elements, called: output.shape.description, in: layer)
      })
  }
}
