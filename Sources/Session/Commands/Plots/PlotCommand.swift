import Charts
import Language

/// `plot data`, `plot loss`, `plot boundary`: pictures, each with a caption made of its numbers.
enum PlotCommand {
  static let definition = CommandDefinition(
    verb: "plot", family: .looking,
    summary: "draws a picture of the data, the network or its training",
    forms: Plot.all.map { "plot \($0.name)\($0.example)" }, words: Plot.words,
    options: Plot.options,
    example: TrainCommand.definition.example + ["plot loss"],
    action: .cell(run))

  private static func run(
    _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> Document {
    let (plot, arguments) = try PlotName.read(arguments)
    for option in arguments.command.options where !plot.options.contains(option.name.text) {
      throw Diagnostic(
        "plot \(plot.name) has no option \"\(option.name.text)\"", at: option.name.range,
        hints: plot.options.isEmpty ? [] : ["it has: \(plot.options.joined(separator: ", "))"])
    }
    if arguments.values.count <= plot.values.lowerBound {
      _ = try arguments.value(
        plot.values.lowerBound,
        orSay: "plot \(plot.name) needs more behind its name: plot \(plot.name)\(plot.example)")
    }
    try arguments.expect(atMost: 1 + plot.values.upperBound)
    var document = Document(try plot.blocks(execution, arguments))
    if plot.trains, execution.control.isInterrupted() {
      execution.interruption = "interrupted: the notebook is as it was before the plot"
      return Document()
    }
    if execution.looks.happened {
      execution.looks.happened = false
      document.blocks.append(execution.lookAtTest())
    }
    return document
  }
}

/// A kind of picture. A new one is one file and one line in `all`.
struct Plot: Sendable {
  typealias Blocks = @Sendable (Execution, Arguments) throws(Diagnostic) -> [Block]

  /// One word, or several: "precision recall".
  let name: String
  /// How many values stand behind its name.
  let values: ClosedRange<Int>
  /// What stands behind its name in help.
  let example: String
  /// The options that it takes.
  let options: [String]
  /// What it shows. The values that it reads begin at 1, behind the name, however many words that
  /// has.
  let blocks: Blocks
  /// Whether it trains networks of its own first, which can be interrupted.
  let trains: Bool

  /// A picture of several blocks.
  init(
    named name: String, values: ClosedRange<Int> = 0...0, example: String = "",
    options: [String] = [], trains: Bool = false, blocks: @escaping Blocks
  ) {
    self.name = name
    self.values = values
    self.example = example
    self.options = options
    self.trains = trains
    self.blocks = blocks
  }

  /// A picture that is one chart.
  init(
    name: String, values: ClosedRange<Int> = 0...0, example: String = "", options: [String] = [],
    trains: Bool = false,
    chart: @escaping @Sendable (Execution, Arguments) throws(Diagnostic) -> Chart
  ) {
    self.init(named: name, values: values, example: example, options: options, trains: trains) {
      (execution, arguments) throws(Diagnostic) in
      [.chart(try chart(execution, arguments))]
    }
  }

  static let all: [Plot] = [
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
  static let options: [OptionDefinition] =
    HistoryPlot.options + SchedulePlot.options + RateRangePlot.options + ActivationPlot.options
    + RankingPlot.options
    + WeightPlot.options + MistakePlot.options + FilterPlot.options + VariedSetting.options
    + StudyReader.options

  /// The first words of the names, each once.
  static let words: [String] = all.reduce(into: []) { words, plot in
    if !words.contains(plot.words[0]) { words.append(plot.words[0]) }
  }

  /// The words of its name.
  var words: [String] { name.split(separator: " ").map(String.init) }
}

/// Reads the name of a plot, which may have several words.
enum PlotName {
  /// - Returns: The plot, and the arguments as if its name were one word.
  static func read(_ arguments: Arguments) throws(Diagnostic) -> (plot: Plot, Arguments) {
    let value = try arguments.value(0, orSay: "plot needs to know what")
    let first = try arguments.word(value, among: Plot.words, what: "plot")
    let named = Plot.all.filter { $0.words[0] == first }
    let typed = [first] + arguments.values.dropFirst().map { arguments.text(of: $0) ?? "" }
    let fitting = named.filter { typed.starts(with: $0.words) }
    guard let plot = fitting.max(by: { $0.words.count < $1.words.count }) else {
      throw Diagnostic(
        "plot \(first) goes on", at: value.range,
        hints: ["it is typed: \(named.map { "plot \($0.name)" }.joined(separator: ", "))"])
    }
    try checkEnd(of: plot, among: named, arguments)
    var command = arguments.command
    var place = 0
    command.arguments.removeAll { argument in
      guard case .value = argument else { return false }
      defer { place += 1 }
      return place > 0 && place < plot.words.count
    }
    return (
      plot,
      try Arguments(command, of: arguments.definition, evaluator: arguments.evaluator)
    )
  }

  /// Refuses a word behind a plot that takes none, and says which plot may be meant.
  private static func checkEnd(
    of plot: Plot, among named: [Plot], _ arguments: Arguments
  ) throws(Diagnostic) {
    guard plot.values.upperBound == 0, arguments.values.count > plot.words.count else { return }
    let extra = arguments.values[plot.words.count]
    guard let word = arguments.text(of: extra) else { return }
    if named.count > 1 {
      throw Diagnostic(
        "no plot is called \"\(plot.name) \(word)\"", at: extra.range,
        hints: ["it is typed: \(named.map { "plot \($0.name)" }.joined(separator: ", "))"])
    }
    if Plot.all.contains(where: { $0.name == word }) {
      throw Diagnostic(
        "plot \(plot.name) stands alone", at: extra.range,
        hints: ["plot \(word) is a plot of its own"])
    }
  }
}
