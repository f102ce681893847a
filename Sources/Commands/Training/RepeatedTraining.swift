import Language
import Networks
import Reports
import Tuning
import Workbench

/// `train again l2=0.003 units=8`: the last training from the same start, with something
/// different; what it learns takes the place of the network in hand.
package enum RepeatedTraining {
  /// The word behind `train`.
  package static let word = "again"
  /// What of a network can be different, beside the options of a training.
  package static let variations: [OptionDefinition] = Variation.ofNetworks.map(\.option)

  /// Whether a command repeats a training.
  static func isAsked(_ arguments: Arguments) -> Bool {
    arguments.values.first?.text == word
  }

  static func run(
    _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> any Report {
    try arguments.expect(atMost: 1)
    if let option = arguments.given(RestartedTraining.option) {
      throw Diagnostic(
        "\(word) begins where the last training began, and restarts elsewhere", at: option.range)
    }
    let data = try execution.data(for: arguments)
    let hand = try execution.network(for: arguments, fitting: data)
    let maker = try VariantMaker(hand, data, execution, arguments)
    let own = [CheckpointReader.option.name, WatchedTraining.option.name]
    let network = try maker.network(
      changing: arguments.command.options.filter { !own.contains($0.name.text) })
    if let refusal = network.refusal { throw refusal }
    var start = hand
    start.network = network.variant.network
    start.history = History()
    let settings = network.variant.settings
    return try TrainCommand.train(
      start, on: data, settings, keeping: kept(of: settings, arguments),
      CheckpointReader.checkpoints(arguments), &execution, arguments)
  }

  /// What the last training was told and is not as usual, but for what is typed.
  private static func kept(of settings: TrainingSettings, _ arguments: Arguments) -> [String] {
    let usual = Set(TrainingSettings.usual.written)
    let typed = Set(arguments.command.options.map(\.name.text))
    return settings.written.filter { !usual.contains($0) && !typed.contains($0.name) }
      .map { SettingsText.text(of: $0) }
  }
}
