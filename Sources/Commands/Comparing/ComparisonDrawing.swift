import Charts
import Datasets
import Formulas
import Language
import Networks
import Reports
import Tuning
import Workbench

/// Draws a picture of the networks of a comparison.
struct ComparisonDrawing {
  private let picture: ComparisonPicture
  private let hand: NetworkInHand
  private let data: DataInHand
  private let execution: Execution
  private let arguments: Arguments
  /// What is to blame where something is missing.
  private let range: SourceRange

  /// Begins with the network in hand, which must have what the picture needs.
  init(
    _ picture: ComparisonPicture, of hand: NetworkInHand, _ data: DataInHand,
    _ execution: Execution, _ arguments: Arguments, at range: SourceRange
  ) throws(Diagnostic) {
    self.picture = picture
    self.hand = hand
    self.data = data
    self.execution = execution
    self.arguments = arguments
    self.range = range
    let network = PicturedNetwork(hand, on: data, execution, arguments, at: range)
    for requirement in picture.requirements { try network.require(requirement) }
  }

  /// The picture of some trials; none where all of them diverged.
  func picture(of trials: [Comparison.Trial]) throws(Diagnostic) -> PictureReport.Picture? {
    guard !trials.isEmpty else { return nil }
    let curves = ComparisonCurves(trials: trials)
    switch picture {
    case .loss: return .chart(.line(curves.losses))
    case .accuracy: return .chart(.line(curves.accuracies))
    case .rate: return .chart(.line(curves.rates))
    case .boundary: return .grid(try boundaries(trials, caption: curves.wrongSides))
    case .weights: return .grid(try weights(trials))
    case .roc: return .chart(.line(try rankings(trials)))
    case .activations:
      return try each(trials) { (network) throws(Diagnostic) in
        .grid(try network.activity().grid)
      }
    case .gradients:
      return try each(trials) { (network) throws(Diagnostic) in
        .grid(try network.gradients().grid)
      }
    case .confusion: return try each(trials, confusion)
    case .coverage:
      return try each(trials) { (network) throws(Diagnostic) in
        .chart(.line(try confidence(of: network).coverage))
      }
    case .calibration:
      return try each(trials) { (network) throws(Diagnostic) in
        .chart(.line(try confidence(of: network).calibration))
      }
    case .filters: return .grid(try filters(trials))
    }
  }

  /// The planes of all networks, each with all training examples on it.
  private func boundaries(
    _ trials: [Comparison.Trial], caption: String
  ) throws(Diagnostic) -> ChartGrid {
    var grid = try sideBySide(trials) { (trial) throws(Diagnostic) in
      .chart(.regions(try network(after: trial, on: data).boundary()))
    }
    grid.caption = caption
    return grid
  }

  /// The histograms of a layer over one axis, so that one sees which weights are smaller.
  private func weights(_ trials: [Comparison.Trial]) throws(Diagnostic) -> ChartGrid {
    let extents = WeightCharts.commonExtents(of: trials.map(\.result.network))
    return try sideBySide(trials) { (trial) throws(Diagnostic) in
      .grid(WeightCharts(of: trial.result.network, over: extents).grid)
    }
  }

  private func filters(_ trials: [Comparison.Trial]) throws(Diagnostic) -> ChartGrid {
    try sideBySide(trials) { (trial) throws(Diagnostic) in
      .grid(FilterCharts.first(of: trial.result.network) ?? ChartGrid(charts: []))
    }
  }

  private func rankings(_ trials: [Comparison.Trial]) throws(Diagnostic) -> LineChart {
    var networks: [(label: String, classes: [RankedClass])] = []
    for trial in trials { networks.append((trial.label, try network(after: trial).ranking())) }
    return RankingCharts.roc(of: networks, split)
  }

  private func confusion(
    of network: PicturedNetwork
  ) throws(Diagnostic) -> PictureReport.Picture {
    let confusion = try network.predictions(about: DataRequirement.confusion).confusion
    let names = data.dataset.classNames
    return .chart(.heatMap(ConfusionChart.chart(confusion, names: names, split: split)))
  }

  private var split: String { data.usualPart.rawValue }

  private func confidence(of network: PicturedNetwork) throws(Diagnostic) -> ConfidenceCharts {
    ConfidenceCharts(try network.confidence(for: picture.rawValue), split: split)
  }

  /// A picture of each network, as it would be in hand.
  private func each(
    _ trials: [Comparison.Trial],
    _ picture: (PicturedNetwork) throws(Diagnostic) -> PictureReport.Picture
  ) throws(Diagnostic) -> PictureReport.Picture {
    .grid(
      try sideBySide(trials) { (trial) throws(Diagnostic) in try picture(network(after: trial)) })
  }

  private func sideBySide(
    _ trials: [Comparison.Trial],
    _ picture: (Comparison.Trial) throws(Diagnostic) -> PictureReport.Picture
  ) throws(Diagnostic) -> ChartGrid {
    var rows: [(label: String, picture: PictureReport.Picture)] = []
    for trial in trials { rows.append((trial.label, try picture(trial))) }
    return ComparisonGrid(rows).grid
  }

  /// A network as it would be in hand if the training had been that of a variant, with its settings
  /// and beside the rows that it learned from.
  private func network(after trial: Comparison.Trial) -> PicturedNetwork {
    var learned = data
    learned.learn(from: trial.rows)
    return network(after: trial, on: learned)
  }

  private func network(
    after trial: Comparison.Trial, on data: DataInHand
  ) -> PicturedNetwork {
    var data = data
    if let own = trial.scaling { data.show(under: own.scaling) }
    var hand = hand
    hand.network = trial.result.network
    hand.history = trial.result.history
    hand.settings = trial.settings
    return PicturedNetwork(hand, on: data, execution, arguments, at: range)
  }
}
