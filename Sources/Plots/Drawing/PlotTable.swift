package import Commands

/// Every plot, in the order in which help lists them.
package enum PlotTable {
  package static let all: [Plot] = [
    DataPlot.plot, HistoryPlot.loss, HistoryPlot.accuracy, HistoryPlot.rate,
    RateRangePlot.plot, SchedulePlot.plot, ActivationPlot.plot, BoundaryPlot.plot,
    ConfidencePlot.coverage, ConfidencePlot.calibration,
    BiasVariancePlot.plot, CurvePlot.learning, CurvePlot.validation, RunsPlot.plot,
    ConfusionPlot.plot, RankingPlot.roc, RankingPlot.precisionRecall,
    WeightPlot.plot, ActivityPlot.plot, GradientPlot.plot, DiagramPlot.network,
    DiagramPlot.dropout, MetricPlot.plot, MistakePlot.wrong, MistakePlot.unsure,
    FilterPlot.filters, FilterPlot.features, SurfacePlot.plot,
  ]

  /// The options of all plots.
  package static let options: [OptionDefinition] =
    HistoryPlot.options + SchedulePlot.options + RateRangePlot.options + ActivationPlot.options
    + RankingPlot.options
    + WeightPlot.options + MistakePlot.options + FilterPlot.options + VariedSetting.options
    + StudyReader.options

  /// The first words of the names, each once.
  package static let words: [String] = all.reduce(into: []) { words, plot in
    if !words.contains(plot.words[0]) { words.append(plot.words[0]) }
  }
}
