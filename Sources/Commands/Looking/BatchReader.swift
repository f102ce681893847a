import Language
import Networks
import Reports
import TensorEngine
import Tuning
import Workbench

/// Reads `show batches`: how an epoch takes the training examples, batch by batch, and how far the
/// gradient of each batch lies from the gradient of all examples.
enum BatchReader {
  static let options = [batch.definition, epoch.definition]

  private static let batch = CommandOption<Amount>.countOrAll(
    "batch", standard: "the last training's, or \(TrainingSettings.usualBatchSize)",
    meaning: "show batches: examples a step")
  private static let epoch = CommandOption<Int>.count(
    "epoch", in: 1...1_000_000, standard: "the next one", meaning: "show batches: which epoch")

  /// The most batches that are listed.
  private static let shownBatches = 10

  static func report(
    _ execution: Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> BatchesReport {
    let data = try execution.data(for: arguments)
    let hand = execution.state.network
    let epoch = try arguments.value(of: epoch) ?? (hand?.network.training.epochs ?? 0) + 1
    let rows = data.rows(of: .training)
    let order = EpochOrder.rows(rows, epoch: epoch, seed: execution.state.seed)
    let size = try batchSize(arguments, hand, rows.count)
    let batches = stride(from: 0, to: order.count, by: max(1, size)).map {
      Array(order[$0..<min($0 + size, order.count)])
    }
    let meter = hand.flatMap { hand in
      GradientMeter(hand.network, data.examples, rows: rows, pool: execution.settings.pool)
    }
    var shown: [BatchesReport.Batch] = []
    for batch in batches.prefix(shownBatches) {
      let distance = try execution.asking(arguments) { () throws(NetworkError) in
        try meter?.distance(of: batch)
      }
      shown.append(BatchesReport.Batch(rows: batch, distance: distance))
    }
    return BatchesReport(
      epoch: epoch, examples: rows.count, size: size, count: batches.count, batches: shown,
      measuresGradients: meter != nil)
  }

  private static func batchSize(
    _ arguments: Arguments, _ hand: NetworkInHand?, _ count: Int
  ) throws(Diagnostic) -> Int {
    switch try arguments.value(of: batch) {
    case .all: return max(1, count)
    case .count(let size): return size
    case nil: break
    }
    guard let settings = hand?.settings else { return TrainingSettings.usualBatchSize }
    return settings.batchSize ?? max(1, count)
  }
}
