/// What comes of a run.
extension TrainingRun {
  /// The network as it is now, or as it was after the best epoch.
  mutating func result(
    _ outcome: TrainingResult.Ending
  ) throws(NetworkError) -> TrainingResult {
    guard plan.isFinite else {
      throw diverged("weights", epoch: state.epochs + 1, step: state.steps)
    }
    guard steps > 0 else {
      return TrainingResult(
        network: trainer.network, history: history, outcome: outcome, restoredEpoch: nil,
        steps: 0)
    }
    var network = network()
    let restoredEpoch = restoreBest(outcome)
    if restoredEpoch != nil {
      network.parameters = plan.readParameters(like: network.parameters)
    }
    return TrainingResult(
      network: network, history: history, outcome: outcome, restoredEpoch: restoredEpoch,
      steps: steps)
  }

  /// The network as it is now, with all that going on needs.
  func network() -> Network {
    var network = trainer.network
    network.parameters = plan.readParameters(like: network.parameters)
    network.training = state
    network.training.optimizer = OptimizerState(
      optimizer: settings.optimizer, steps: updates.steps,
      slots: plan.readSlots(like: trainer.network.parameters))
    network.training.plateau = course.plateau
    network.training.loss = loss
    network.training.lossSettings = lossSettings
    network.training.penalty = penalty
    return network
  }

  /// Goes back to the best epoch, where the run came to an end of its own.
  private func restoreBest(_ outcome: TrainingResult.Ending) -> Int? {
    guard let best, best.epoch != state.epochs else { return nil }
    switch outcome {
    case .interrupted, .reachedMaximumSteps, .reachedTarget: return nil
    case .finished, .stoppedEarly, .ended:
      plan.write(best.parameters)
      return best.epoch
    }
  }
}
