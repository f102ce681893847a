import Charts
import Language

/// `plot data`, `plot loss`, `plot boundary`: pictures, each with a caption made of its numbers.
enum PlotCommand {
  static let definition = CommandDefinition(
    verb: "plot", family: .looking, summary: "draws a picture of the data or of the training",
    forms: Plot.all.map { "plot \($0.name)\($0.example)" }, words: Plot.all.map(\.name),
    options: SchedulePlot.options + ActivationPlot.options,
    example: TrainCommand.definition.example + ["plot loss"],
    action: .cell(run))

  private static func run(
    _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> Document {
    let value = try arguments.value(0, orSay: "plot needs to know what")
    let name = try arguments.word(value, among: definition.words, what: "plot")
    guard let plot = Plot.all.first(where: { $0.name == name }) else { return Document() }
    for option in arguments.command.options where !plot.options.contains(option.name.text) {
      throw Diagnostic(
        "plot \(name) has no option \"\(option.name.text)\"", at: option.name.range)
    }
    if arguments.values.count <= plot.values.lowerBound {
      _ = try arguments.value(
        plot.values.lowerBound, orSay: "plot \(name) needs one: plot \(name)\(plot.example)")
    }
    try arguments.expect(atMost: 1 + plot.values.upperBound)
    var document = Document([.chart(try plot.chart(execution, arguments))])
    if execution.looks.happened {
      execution.looks.happened = false
      document.blocks.append(execution.lookAtTest())
    }
    return document
  }
}

/// A kind of picture. A new one is one file and one line in `all`.
struct Plot: Sendable {
  let name: String
  /// How many values stand behind its name.
  var values = 0...0
  /// What stands behind its name in help.
  var example = ""
  /// The options that it takes.
  var options: [String] = []
  let chart: @Sendable (Execution, Arguments) throws(Diagnostic) -> Chart

  static let all: [Plot] = [
    DataPlot.plot, HistoryPlot.loss, HistoryPlot.accuracy, HistoryPlot.rate,
    SchedulePlot.plot, ActivationPlot.plot, BoundaryPlot.plot,
    ConfidencePlot.coverage, ConfidencePlot.calibration,
  ]
}
