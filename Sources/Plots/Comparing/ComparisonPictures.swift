import Charts
import Commands
import Formulas
import Language
import Networks
import Reports
import TensorEngine
import Tuning
import Workbench

/// The pictures of a comparison: what has one axis for all one over the other, everything else
/// side by side.
enum ComparisonPictures {
  /// Pictures that `plot` makes of a network.
  private static let single = [
    "boundary", "weights", "activations", "gradients", "confusion", "roc", "coverage",
    "calibration", "filters",
  ]

  /// What `plot=` may ask for.
  package static let names = ["boundary", "loss", "accuracy", "rate"] + single.dropFirst()

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
      var moment = execution
      moment.state.network = hand
      _ = try charts(of: picture, moment, arguments)
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
    case "roc":
      let networks = trials.map { ($0.label, moment(after: $0, hand, data, execution)) }
      return .chart(
        .line(
          try asking(picture, arguments) { (arguments) throws(Diagnostic) in
            try RankingPlot.roc(of: networks, arguments)
          }))
    default: return .grid(try sideBySide(picture, trials, hand, data, execution, arguments))
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

  /// What `plot NAME` shows of each variant; of several pictures, those of a variant in one row.
  private static func sideBySide(
    _ picture: String, _ trials: [Comparison.Trial], _ hand: NetworkInHand, _ data: DataInHand,
    _ execution: Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> ChartGrid {
    var rows: [(label: String, charts: [Chart], caption: String)] = []
    for trial in trials {
      let moment = moment(after: trial, hand, data, execution)
      let shown = try charts(of: picture, moment, arguments)
      rows.append((trial.label, shown.charts, shown.caption))
    }
    if picture == "weights" { scale(&rows, trials) }
    let columns = rows.map(\.charts.count).max() ?? 1
    return ChartGrid(
      charts: rows.flatMap { row in
        columns > 1 ? row.charts : row.charts.map { $0.titled(row.label) }
      },
      columns: columns > 1 ? columns : nil, rowNames: columns > 1 ? rows.map(\.label) : [],
      caption: rows.map { "\($0.label): \($0.caption)" }.joined(separator: "; "))
  }

  /// The session as it would be if the training had been that of a variant: its network, its
  /// settings and the rows that it learned from.
  private static func moment(
    after trial: Comparison.Trial, _ hand: NetworkInHand, _ data: DataInHand,
    _ execution: Execution
  ) -> Execution {
    var (hand, data, moment) = (hand, data, execution)
    hand.network = trial.result.network
    hand.history = trial.result.history
    hand.settings = trial.settings
    data.learn(from: trial.rows)
    moment.state.data = data
    moment.state.network = hand
    return moment
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

  /// The charts of `plot NAME`, and what they show.
  private static func charts(
    of picture: String, _ moment: Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> (charts: [Chart], caption: String) {
    guard let plot = PlotTable.all.first(where: { $0.name == picture }) else { return ([], "") }
    let blocks = try asking(picture, arguments) { (arguments) throws(Diagnostic) in
      try plot.blocks(moment, arguments)
    }
    switch blocks.first {
    case .grid(let grid): return (grid.charts, grid.text)
    case .chart(let chart): return ([chart], chart.caption)
    default: return ([], "")
    }
  }

  /// Asks for something as `plot NAME` would; what is refused, `plot=` is to blame for.
  private static func asking<Answer>(
    _ picture: String, _ arguments: Arguments,
    _ answer: (Arguments) throws(Diagnostic) -> Answer
  ) throws(Diagnostic) -> Answer {
    let range = arguments.range(of: "plot")
    var command = arguments.command
    command.arguments = [.value(Expression(.word(picture), range: range))]
    do throws(Diagnostic) {
      return try answer(
        Arguments(command, of: PlotCommand.definition, evaluator: arguments.evaluator))
    } catch {
      throw Diagnostic(error.message, at: range, hints: error.hints)
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
