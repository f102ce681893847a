import Charts
import Language
import Networks
import Reports
import TensorEngine
import Workbench

/// `watch=boundary`: a picture of the network while it learns, for who looks at it. What comes of
/// the training is the same with and without.
package final class WatchedTraining {
  /// What can be watched, as `plot` calls it.
  enum Picture: String, CaseIterable, Sendable {
    case boundary, loss, weights, activations, filters
  }

  static let option = CommandOption<Picture>.choice(
    "watch",
    meaning: "draws the picture over and over while the training runs, at a terminal alone; the "
      + "cell is kept without it")

  /// The name of the option, which no kept cell has.
  package static let optionName = option.name

  private let watcher: TrainingWatcher
  private var moment: Execution
  private let plot: Command
  private var hand: NetworkInHand

  /// - Parameter hand: The network in hand before the training.
  private init(
    _ picture: Picture, of hand: NetworkInHand, _ settings: TrainingSettings,
    for watcher: TrainingWatcher, _ execution: Execution, _ arguments: Arguments
  ) {
    self.watcher = watcher
    moment = execution
    moment.isWithinTraining = true
    self.hand = hand
    self.hand.settings = settings
    let range = arguments.command.range
    var plot = arguments.command
    plot.verb = Name("plot", range: range)
    plot.arguments = [.value(Expression(.word(picture.rawValue), range: range))]
    self.plot = plot
  }

  /// What is watched of a training; nil where nothing is to be, or nobody looks.
  ///
  /// - Throws: A `Diagnostic` for a picture that this network or data can't have, looked at or not.
  static func asked(
    of hand: NetworkInHand, on data: DataInHand, _ settings: TrainingSettings,
    _ execution: Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> WatchedTraining? {
    guard arguments.definition.options.contains(where: { $0.name == option.name }),
      let picture = try arguments.value(of: option)
    else { return nil }
    let range = arguments.range(of: option)
    let pictured = PicturedNetwork(hand, on: data, execution, arguments, at: range)
    for requirement in ComparisonPicture(rawValue: picture.rawValue)?.requirements ?? [] {
      try pictured.require(requirement)
    }
    return execution.control.watcher.map { watcher in
      WatchedTraining(picture, of: hand, settings, for: watcher, execution, arguments)
    }
  }

  /// Takes note of an epoch.
  func note(_ record: EpochRecord) { hand.history.records.append(record) }

  /// Shows the network, if that is wanted now: a picture of a copy.
  func look(at network: () -> Network) {
    guard watcher.isDue() else { return }
    hand.network = network()
    moment.state.network = hand
    // A picture takes nothing from what the cell may hold.
    let report = MemoryBudget.$current.withValue(MemoryBudget(limit: .max)) {
      try? moment.perform(plot)
    }
    watcher.show(report?.document ?? Document())
  }
}
