import Datasets
import Networks
import TensorEngine

/// Trains copies of the network in hand, to look at: the network itself stays as it is.
enum SideTraining {
  /// A trainer of a copy, with the settings of the last training or the usual ones.
  static func trainer(
    of hand: NetworkInHand, on data: DataInHand, _ execution: Execution
  ) -> Trainer {
    var settings = hand.settings ?? TrainingSettings()
    settings.seed = execution.state.seed
    settings.maximumSteps = nil
    return Trainer(
      network: hand.network, examples: data.examples, trainingRows: data.rows(of: .training),
      validationRows: data.rows(of: .validation), settings: settings,
      pool: execution.settings.pool)
  }
}

extension SideTraining {
  /// The masks of one step of a training, for the first example of its batch.
  struct Pass: Sendable {
    /// The number of the step over the network's life.
    var number: Int
    /// The row of the example.
    var example: Int
    /// For each layer, what each value was multiplied by; nil for a layer that is no dropout.
    var masks: [[Float]?]
  }

  /// The masks of the coming steps, which are taken on a copy.
  static func passes(of trainer: Trainer, steps: Int) throws(NetworkError) -> [Pass] {
    var trainer = trainer
    var passes: [Pass] = []
    var number = 0
    var sums = EpochSums()
    for _ in 0..<steps {
      let rows = trainer.batch(number)
      let pass = try trainer.pass(rows: rows)
      let masks = pass.masks.map { mask in
        mask.map { Array($0.elements.prefix($0.count / max(1, rows.count))) }
      }
      passes.append(
        Pass(
          number: trainer.network.training.steps + 1, example: Int(rows.first ?? 0), masks: masks))
      let step = try trainer.step(rows: rows, batch: number, after: sums)
      trainer.network = step.network
      sums = step.sums
      number = step.record == nil ? number + 1 : 0
    }
    return passes
  }
}
