import Charts
import Language
import Networks
import TensorEngine
import Tuning

/// The pictures of a comparison: curves one over the other, everything else side by side.
enum ComparisonPictures {
  /// Pictures that each variant has of its own, which stand side by side.
  private static let single = [
    "boundary", "weights", "activations", "gradients", "confusion", "roc", "coverage",
    "calibration", "filters",
  ]

  /// What `plot=` may ask for.
  static let names = ["boundary", "loss", "accuracy", "rate"] + single.dropFirst()

  /// Refuses, before anything is trained, a picture that the data or the network does not have.
  static func check(
    _ picture: String, of hand: NetworkInHand, _ data: DataInHand, _ execution: Execution,
    _ arguments: Arguments
  ) throws(Diagnostic) {
    if picture == "accuracy", !data.isClassification {
      throw Diagnostic(
        "these targets are numbers, which have no accuracy", at: arguments.range(of: "plot"),
        hints: ["plot=loss"])
    }
    if picture == "boundary" {
      try BoundaryPlot.check(data, at: arguments.range(of: "plot"))
    } else if single.contains(picture) {
      _ = try charts(of: picture, hand, execution, arguments)
    }
  }

  /// The picture of some trials; none where all of them diverged.
  static func block(
    _ picture: String, of trials: [Comparison.Trial], _ hand: NetworkInHand, _ data: DataInHand,
    _ execution: Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> Block? {
    guard !trials.isEmpty else { return nil }
    let curves = ComparisonCurves(trials: trials)
    switch picture {
    case "loss": return .chart(.line(curves.losses))
    case "accuracy": return .chart(.line(curves.accuracies))
    case "rate": return .chart(.line(curves.rates))
    case "boundary": return .grid(try boundaries(trials, data, execution, arguments))
    default: return .grid(try sideBySide(picture, trials, hand, execution, arguments))
    }
  }

  private static func boundaries(
    _ trials: [Comparison.Trial], _ data: DataInHand, _ execution: Execution,
    _ arguments: Arguments
  ) throws(Diagnostic) -> ChartGrid {
    let charts = try trials.map { (trial) throws(Diagnostic) -> Chart in
      .regions(
        try execution.asking(arguments) { () throws(NetworkError) in
          try BoundaryPlot.chart(
            trial.result.network, data, title: trial.label, pool: execution.settings.pool)
        })
    }
    return ChartGrid(charts: charts, caption: ComparisonCurves(trials: trials).wrongSides)
  }

  /// What `plot NAME` shows of each variant; of several layers, those of a variant in one row.
  private static func sideBySide(
    _ picture: String, _ trials: [Comparison.Trial], _ hand: NetworkInHand,
    _ execution: Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> ChartGrid {
    var rows: [(label: String, charts: [Chart], caption: String)] = []
    for trial in trials {
      var copy = hand
      copy.network = trial.result.network
      copy.history = trial.result.history
      let shown = try charts(of: picture, copy, execution, arguments)
      rows.append((trial.label, shown.charts, shown.caption))
    }
    if picture == "weights" { scale(&rows, trials) }
    let columns = rows.map(\.charts.count).max() ?? 1
    let charts = rows.flatMap { row in
      row.charts.enumerated().map { column, chart in
        guard columns > 1 else { return chart.titled(row.label) }
        let what = chart.title.map { String($0.prefix { $0 != ":" }) } ?? ""
        // Where both don't fit, the row has its name at its head.
        let both = "\(row.label) \(what)"
        let isShort = both.count < 80 / columns - 4
        return chart.titled(isShort ? both : column == 0 ? row.label : what)
      }
    }
    return ChartGrid(
      charts: charts, columns: columns > 1 ? columns : nil,
      caption: rows.map { "\($0.label): \($0.caption)" }.joined(separator: "; "))
  }

  /// Draws the histograms of a layer over one axis, so that one sees which weights are smaller.
  private static func scale(
    _ rows: inout [(label: String, charts: [Chart], caption: String)], _ trials: [Comparison.Trial]
  ) {
    let networks = trials.map(\.result.network)
    let layers = networks.map { network in
      PlotLayer.ends(
        of: network.layers.indices.filter { network.parameters[$0]["kernel"] != nil })
    }
    guard let count = layers.first?.count, layers.allSatisfy({ $0.count == count }) else { return }
    for column in 0..<count {
      let weights = networks.indices.flatMap { index in
        networks[index].parameters[layers[index][column]]["kernel"]?.elements.map { Double($0) }
          ?? []
      }
      let extent = Extent(covering: weights)
      for index in networks.indices {
        rows[index].charts[column] = .histogram(
          WeightPlot.histogram(
            layers[index][column], "kernel", of: networks[index], over: extent))
      }
    }
  }

  /// The charts of `plot NAME` with another network in hand, and what they show.
  private static func charts(
    of picture: String, _ hand: NetworkInHand, _ execution: Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> (charts: [Chart], caption: String) {
    var moment = execution
    moment.state.network = hand
    guard let plot = Plot.all.first(where: { $0.name == picture }) else { return ([], "") }
    var command = arguments.command
    command.arguments = [.value(Expression(.word(picture), range: arguments.range(of: "plot")))]
    do throws(Diagnostic) {
      let blocks = try plot.blocks(
        moment,
        Arguments(command, of: PlotCommand.definition, evaluator: arguments.evaluator))
      switch blocks.first {
      case .grid(let grid): return (grid.charts, grid.text)
      case .chart(let chart): return ([chart], chart.caption)
      default: return ([], "")
      }
    } catch {
      throw Diagnostic(error.message, at: arguments.range(of: "plot"), hints: error.hints)
    }
  }
}

extension Chart {
  /// The same chart under another title.
  fileprivate func titled(_ title: String) -> Chart {
    switch self {
    case .line(var chart):
      chart.title = title
      return .line(chart)
    case .histogram(var chart):
      chart.title = title
      return .histogram(chart)
    case .heatMap(var chart):
      chart.title = title
      return .heatMap(chart)
    case .regions(var chart):
      chart.title = title
      return .regions(chart)
    case .scatter, .bars, .stackedBars, .image, .diagram, .surface: return self
    }
  }
}
