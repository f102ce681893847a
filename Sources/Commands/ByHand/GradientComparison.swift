import Language
import Networks
import Reports
import Workbench

/// `check gradients`: the gradients of the batch in hand, or of the next one, against differences
/// of the loss.
enum GradientComparison {
  static func run(
    _ execution: Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> GradientReport {
    try arguments.expect(atMost: 1)
    let data = try execution.data(for: arguments)
    let hand = try execution.network(for: arguments, fitting: data)
    let settings = try TrainingReader.settings(
      from: arguments, seed: execution.state.seed,
      basedOn: hand.batch?.settings ?? hand.settings)
    let trainer = HandReader.trainer(hand.network, data, settings, execution)
    let rows = hand.batch?.pass.rows ?? trainer.batch(0)
    let isTraining = hand.batch?.pass.isTraining ?? true
    let lines = try execution.asking(arguments) { () throws(NetworkError) in
      try trainer.gradientDifferences(rows: rows, isTraining: isTraining)
    }
    return GradientReport(lines, layers: hand.network.summaries)
  }
}
