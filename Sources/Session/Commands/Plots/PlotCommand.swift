import Charts
import Language

/// `plot data`, `plot loss`, `plot boundary`: pictures, each with a caption made of its numbers.
enum PlotCommand {
  static let definition = CommandDefinition(
    verb: "plot", family: .looking, summary: "draws a picture of the data or of the training",
    forms: Plot.all.map { "plot \($0.name)" }, words: Plot.all.map(\.name),
    example: TrainCommand.definition.example + ["plot loss"], action: .cell(run))

  private static func run(
    _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> Document {
    let value = try arguments.value(0, orSay: "plot needs to know what")
    let name = try arguments.word(value, among: definition.words, what: "plot")
    try arguments.expect(atMost: 1)
    guard let plot = Plot.all.first(where: { $0.name == name }) else { return Document() }
    return Document([.chart(try plot.chart(execution, arguments))])
  }
}

/// A kind of picture. A new one is one file and one line in `all`.
struct Plot: Sendable {
  let name: String
  let chart: @Sendable (Execution, Arguments) throws(Diagnostic) -> Chart

  static let all: [Plot] = [
    DataPlot.plot, HistoryPlot.loss, HistoryPlot.accuracy,
    BoundaryPlot.plot,
  ]
}
