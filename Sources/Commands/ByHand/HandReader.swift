import Language
import Networks
import Workbench

/// What the commands that work by hand share: the batch in hand, and what asks the network.
enum HandReader {
  /// The batch in hand, or an error that says how to take one up.
  static func batch(
    of hand: NetworkInHand, for arguments: Arguments
  ) throws(Diagnostic) -> BatchInHand {
    guard let batch = hand.batch else {
      throw Diagnostic(
        "\(arguments.definition.verb) needs a batch in hand", at: arguments.command.verb.range,
        hints: ["forward takes one through the network"])
    }
    return batch
  }

  static func trainer(
    _ network: Network, _ data: DataInHand, _ settings: TrainingSettings, _ execution: Execution
  ) -> Trainer {
    Trainer(
      network: network, examples: data.examples, trainingRows: data.rows(of: .training),
      validationRows: data.rows(of: .validation), settings: settings, pool: execution.settings.pool)
  }
}
