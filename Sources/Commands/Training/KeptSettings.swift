import Language
import Networks
import TensorEngine
import Workbench

/// What a training keeps of what the last training of its network was told: all but the epochs, the
/// schedule, what stops it and its steps; and of that only what fits what is typed and the data.
struct KeptSettings {
  /// The settings that the typed ones change; nil for a network that was not trained before.
  let base: TrainingSettings?

  init(of hand: NetworkInHand, for data: DataInHand, _ arguments: Arguments) {
    guard var settings = hand.settings else {
      base = nil
      return
    }
    let usual = TrainingSettings.usual
    settings.epochs = usual.epochs
    settings.rateControl = usual.rateControl
    settings.earlyStopping = usual.earlyStopping
    settings.targets = usual.targets
    settings.maximumSteps = usual.maximumSteps
    if let weights = settings.classWeights, !weights.fit(data.examples.targets) {
      settings.classWeights = nil
    }
    if arguments.given(TrainingSetting.optimizer) != nil {
      settings.weightDecay = usual.weightDecay
    }
    base = settings
  }

  /// The settings without what is kept and does not fit the loss that is typed.
  func fitting(_ settings: TrainingSettings, _ arguments: Arguments) -> TrainingSettings {
    guard settings.loss?.givesProbabilities == false,
      arguments.given(TrainingSetting.labelSmoothing) == nil
    else { return settings }
    var settings = settings
    settings.labelSmoothing = TrainingSettings.usual.labelSmoothing
    return settings
  }

  /// What was kept and is not as usual, as it would be typed: "optimizer=adam", "rate=0.02".
  func written(in settings: TrainingSettings, _ arguments: Arguments) -> [WrittenSetting] {
    guard base != nil else { return [] }
    var usual = TrainingSettings.usual
    usual.optimizer = settings.optimizer.kind.optimizer()
    if let option = arguments.given(TrainingSetting.optimizer),
      let name = option.values.first.flatMap({ arguments.text(of: $0) }),
      let named = Optimizer.named.first(where: { $0.name == name })?.optimizer
    {
      usual.optimizer = named
    }
    let typed = Set(arguments.command.options.map(\.name.text))
    let plain = Set(usual.written)
    let first = TrainingSettings.usual.optimizer.kind
    return settings.written.filter { setting in
      if typed.contains(setting.name) || Self.neverKept.contains(setting.name) { return false }
      if setting.name == TrainingSetting.optimizer.name { return settings.optimizer.kind != first }
      return !plain.contains(setting)
    }
  }

  private static let neverKept = Set(
    [
      TrainingSetting.epochs, TrainingSetting.schedule, TrainingSetting.stop,
      TrainingSetting.steps,
    ].map(\.name))
}

extension ClassWeights {
  /// Whether there is one for each class.
  fileprivate func fit(_ targets: Targets) -> Bool {
    guard case .classes(_, let count) = targets else { return false }
    if case .given(let weights) = self { return weights.count == count }
    return true
  }
}
