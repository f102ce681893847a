import Charts
import Commands
import Language
import Networks
import Reports
import Workbench

/// `epochs=1,5,20,100`: the network in hand as it was after some epochs of its training, from a
/// copy that is trained again.
struct TrainingMoments {
  /// The highest number of an epoch.
  static let latest = 100_000
  /// The most moments side by side.
  private static let most = 12
  /// The epochs after which a picture is drawn; 0 for the network before its training.
  static let option = CommandOption<Int>.count(
    "epochs", in: 0...latest, standard: "the network as it is now",
    meaning: "plot schedule: how far it is drawn; pictures of a network: after which epochs of "
      + "its training they show it, side by side, from a copy that is trained again, such as "
      + "1,5,20,100; 0 is before the training")

  /// The epochs that were asked for, in their order.
  let epochs: [Int]
  /// The network after each of them.
  private let networks: [NetworkInHand]

  /// Trains the copy, where moments are asked for; nil where none are.
  ///
  /// After an interrupt there are fewer networks than epochs.
  ///
  /// - Throws: A `Diagnostic` for epochs that the training has not, and for a training that can't
  ///   be repeated.
  init?(_ execution: Execution, _ arguments: Arguments) throws(Diagnostic) {
    guard let option = arguments.given(Self.option) else { return nil }
    let hand = try HistoryPlot.trained(execution, arguments)
    let epochs = try Self.epochs(option, of: hand, arguments)
    try execution.requireMemory(for: [hand.network], times: epochs.count, arguments)
    self.init(
      epochs: epochs,
      networks: try Self.networks(of: hand, after: epochs, execution, arguments))
  }

  private init(epochs: [Int], networks: [NetworkInHand]) {
    (self.epochs, self.networks) = (epochs, networks)
  }

  /// The pictures of all moments side by side; none after an interrupt.
  func pictures(
    of plot: Plot, _ execution: Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> PictureReport {
    guard networks.count == epochs.count else { return PictureReport([]) }
    var rows: [(label: String, picture: PictureReport.Picture)] = []
    for (epoch, hand) in zip(epochs, networks) {
      var moment = execution
      moment.state.network = hand
      let report = try plot.picture(moment, arguments, beside: networks.map(\.network))
      if let picture = report.oneOfSeveral { rows.append(("epoch \(epoch)", picture)) }
    }
    var grid = ComparisonGrid(rows).grid
    grid.showsMoments = grid.rowNames.isEmpty && grid.charts.count > 1
    return PictureReport([.grid(grid)])
  }
}

// Reading and training again.
extension TrainingMoments {
  private static func epochs(
    _ option: Option, of hand: NetworkInHand, _ arguments: Arguments
  ) throws(Diagnostic) -> [Int] {
    let last = hand.history.last?.epoch ?? 0
    var epochs: [Int] = []
    for value in try arguments.expanded(option.values) {
      let epoch = try arguments.value(value, as: self.option)
      guard epoch <= last else {
        _ = try SideTraining.settings(of: hand, arguments)
        throw Diagnostic(
          "the training has \(Wording.count(last, "epoch"))", at: value.range,
          hints: ["epochs=\(spread(over: last).map(String.init).joined(separator: ","))"])
      }
      epochs.append(epoch)
    }
    guard epochs.count <= most else {
      throw Diagnostic(
        "at most \(most) moments stand side by side, and these are \(epochs.count)",
        at: option.range)
    }
    return epochs
  }

  /// A few epochs of a training of so many: early ones, where most changes, and the last.
  static func spread(over last: Int) -> [Int] {
    var epochs: [Int] = []
    for epoch in [1, last / 20, last / 5, last] where epoch > epochs.last ?? 0 {
      epochs.append(epoch)
    }
    return epochs
  }

  /// The network after some epochs, in the order of these.
  static func networks(
    of hand: NetworkInHand, after epochs: [Int], _ execution: Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> [NetworkInHand] {
    let data = try execution.data(for: arguments)
    let wanted = Set(epochs)
    var kept = [0: SideTraining.start(of: hand, execution.settings.pool)]
    if let last = epochs.max(), last > 0 {
      let later = try SideTraining.again(hand, on: data, through: last, execution, arguments) {
        (record, network) throws(Diagnostic) -> Network? in
        wanted.contains(record.epoch) ? network : nil
      }
      for (index, network) in later.enumerated() {
        if let network { kept[index + 1] = network }
      }
    }
    return epochs.compactMap { epoch in
      kept[epoch].map { hand.at(epoch: epoch, as: $0) }
    }
  }
}

extension NetworkInHand {
  /// It as it was after an epoch, with what was known of its training then.
  func at(epoch: Int, as network: Network) -> NetworkInHand {
    var moment = self
    moment.network = network
    moment.history = History(records: Array(history.records.prefix(epoch)))
    return moment
  }
}

extension PictureReport {
  /// What stands for it among others: its first picture, or its charts where there are several
  /// beside each other.
  fileprivate var oneOfSeveral: Picture? {
    if case .chart? = pictures.first, pictures.count > 1 {
      return .grid(ChartGrid(charts: charts))
    }
    return pictures.first
  }
}
