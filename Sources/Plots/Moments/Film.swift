package import Charts
package import Commands
package import Language
import Networks
import Reports
package import Workbench

/// The pictures of a network after the epochs of its training, for one who steps through them.
package struct Film: Sendable {
  /// The most pictures, roughly.
  private static let most = 500
  /// The first epochs, in which most changes: each of them has a picture.
  private static let first = 10

  /// The epochs that have a picture, in order; 0 is before the training.
  package let epochs: [Int]
  private let moments: [NetworkInHand]
  private let scene: Scene

  /// How the verb is typed and explained.
  package static let definition = CommandDefinition(
    verb: "film", family: .looking,
    summary: "steps through the epochs of a training, picture by picture, at a terminal",
    forms: ["film boundary", "film weights", "film fit area", "film confusion validation"],
    form: PlotCommand.definition.form,
    words: PlotTable.words.filter { word in
      plots.contains { $0.words[0] == word }
    },
    names: plots.map(\.name),
    options: PlotTable.options.filter { option in
      option.name != TrainingMoments.option.name
        && plots.contains { $0.options.contains { $0.name == option.name } }
    },
    completion: PlotCommand.definition.completion, example: [])

  /// The plots that show a network at one moment.
  private static let plots = PlotTable.all.filter(\.showsMoment)

  /// Trains a copy again and keeps it at each epoch, or where there are many at some of them.
  ///
  /// After an interrupt there may be no pictures.
  ///
  /// - Throws: A `Diagnostic` for a picture that there is not, and for a training that can't be
  ///   repeated.
  package init(_ execution: Execution, _ arguments: Arguments) throws(Diagnostic) {
    _ = try arguments.value(0, orSay: "film needs to know what: film boundary")
    let (plot, arguments) = try PlotName.read(arguments)
    guard plot.showsMoment else {
      throw Diagnostic(
        "plot \(plot.name) has no moments that follow each other", at: arguments.command.range,
        hints: ["film takes: \(Self.plots.map(\.name).joined(separator: ", "))"])
    }
    let hand = try HistoryPlot.trained(execution, arguments)
    scene = Scene(arguments.command.asPlot(plot), in: execution)
    _ = try scene.picture(of: hand)
    let moments = try TrainingMoments.networks(
      of: hand, after: Self.epochs(of: hand, execution), execution, arguments)
    // A picture of what was learned has none before the training.
    var hasStart = false
    if let start = moments.first { hasStart = (try? scene.picture(of: start)) != nil }
    let shown = hasStart ? moments : Array(moments.dropFirst())
    self.moments = shown
    epochs = shown.map(\.history.records.count)
  }

  /// The epochs that get a picture; fewer of them where the network is so large that all would not
  /// fit in half of the memory that is left.
  private static func epochs(of hand: NetworkInHand, _ execution: Execution) -> [Int] {
    let last = hand.history.records.count
    let state = execution.state
    // The weights with what an optimizer keeps for each.
    let bytes = max(1, hand.network.parameterCount) * 4 * MemoryLayout<Float>.size
    let room = max(2, min(most, (state.memoryLimit - state.heldBytes) / 2 / bytes))
    let every = max(1, (last + room - 1) / room)
    let start = every == 1 ? 0 : min(first, room / 2)
    return (0...last).filter { $0 <= start || $0 % every == 0 || $0 == last }
  }

  /// What is said above a picture: "epoch 7/100 · training loss 0.687, 50.6% right".
  package func title(of place: Int) -> String {
    let history = moments[place].history
    let all = moments.last?.history.records.count ?? 0
    guard let record = history.last else { return "epoch 0/\(all) · before the training" }
    let parts = [
      "epoch \(record.epoch)/\(all)",
      "training loss \(TrainingText.number(record.loss))" + Self.share(record.accuracy, " right"),
      record.validationLoss.map {
        "validation \(TrainingText.number($0))" + Self.share(record.validationAccuracy)
      },
    ]
    return parts.compactMap(\.self).joined(separator: " · ")
  }

  private static func share(_ accuracy: Double?, _ noun: String = "") -> String {
    accuracy.map { ", \(NumberText.percent($0, places: 1))\(noun)" } ?? ""
  }

  /// A picture; what went wrong in the place of one that there is not.
  package func picture(of place: Int) -> Document {
    do throws(Diagnostic) {
      let report = try scene.picture(of: moments[place], beside: moments.map(\.network))
      return scene.document(report.document.blocks)
    } catch { return Document([.text(error.message)]) }
  }

  /// The line that shows some of the pictures side by side, wherever it is typed.
  package static func line(instead command: Command, of hand: NetworkInHand?) -> String {
    let last = hand?.history.last?.epoch ?? 100
    let epochs = TrainingMoments.spread(over: last).map(String.init).joined(separator: ",")
    let words = command.arguments.map(\.text)
    return (["plot"] + (words.isEmpty ? ["boundary"] : words) + ["epochs=\(epochs)"])
      .joined(separator: " ")
  }
}

extension Argument {
  /// It as it is typed.
  var text: String {
    switch self {
    case .value(let value): value.formatted
    case .option(let option):
      "\(option.name.text)=\(option.values.map(\.formatted).joined(separator: ","))"
    }
  }
}

extension Command {
  /// The line that draws such a picture once; the name is one word, however many that was.
  fileprivate func asPlot(_ plot: Plot) -> Command {
    var command = self
    command.verb = Name(PlotCommand.definition.verb, range: verb.range)
    guard let first = values.first else { return command }
    let name = plot.words.map { Argument.value(Expression(.word($0), range: first.range)) }
    command.arguments = name + arguments.filter { $0 != .value(first) }
    return command
  }
}
