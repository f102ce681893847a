package import Commands

/// Every plot, in the order in which help lists them.
package enum PlotTable {
  /// Every plot.
  package static let all: [Plot] = [
    DataPlot.plot, HistoryPlot.loss, HistoryPlot.accuracy, HistoryPlot.rate,
    RateRangePlot.plot, SchedulePlot.plot, ActivationPlot.plot, BoundaryPlot.plot,
    FitPlot.plot, ResidualPlot.plot, HistogramPlot.plot, CorrelationPlot.plot,
    ConfidencePlot.coverage, ConfidencePlot.calibration,
    BiasVariancePlot.plot, CurvePlot.learning, CurvePlot.validation, RunsPlot.plot,
    ConfusionPlot.plot, RankingPlot.roc, RankingPlot.precisionRecall,
    WeightPlot.plot, ActivityPlot.plot, GradientPlot.plot, DiagramPlot.network,
    DiagramPlot.dropout, MetricPlot.plot, MistakePlot.wrong, MistakePlot.unsure,
    FilterPlot.filters, FilterPlot.features, SurfacePlot.plot,
    SearchPlot.history, SearchPlot.importance, SearchPlot.parallel, SearchPlot.slice,
    SearchPlot.contour, SearchPlot.rungs, SearchPlot.acquisition,
    SearchPlot.layout,
  ]

  /// The options of all plots, each once, in the order in which help lists them.
  package static let options: [OptionDefinition] = {
    var options: [OptionDefinition] = []
    for option in all.flatMap(\.options) where !options.contains(where: { $0.name == option.name })
    {
      options.append(option)
    }
    return order.compactMap { name in options.first { $0.name == name } }
      + options.filter { !order.contains($0.name) }
  }()

  /// The options of the plot whose name stands behind the verb, or begins so; none before it.
  static func options(behind words: [String]) -> [String]? {
    let named = all.filter { words.starts(with: $0.words) }.max { $0.words.count < $1.words.count }
    let meant =
      named.map { [$0] }
      ?? all.filter { !words.isEmpty && $0.words.starts(with: words) }
    return meant.flatMap { $0.options.map(\.name) }
      + (meant.contains(where: \.canLast) ? [WorkConsent.option.name] : [])
  }

  /// The names of the options as help lists them; one that is not among them comes last.
  private static let order = [
    "parts", "dropout", "epochs", "steps", "rate", "low", "high", "derivative", "class", "unit",
    "list", "layer", "over", "values", "repeats", "resample", "folds", "log",
  ]

  /// The first words of the names, each once.
  package static let words: [String] = all.reduce(into: []) { words, plot in
    if !words.contains(plot.words[0]) { words.append(plot.words[0]) }
  }
}
