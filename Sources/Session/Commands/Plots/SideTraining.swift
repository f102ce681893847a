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
