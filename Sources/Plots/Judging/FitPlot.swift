import Charts
import Commands
import Datasets
import Language
import Networks
import Reports
import TensorEngine
import Workbench

/// `plot fit`, `plot fit area validation`: what a regression answers along a column, with the
/// examples of a split around it.
enum FitPlot {
  static let plot = Plot(chartNamed: "fit", values: 0...2, example: " area", showsMoment: true) {
    (execution, arguments) throws(Diagnostic) in
    let data = try execution.data(for: arguments)
    let range = arguments.command.range
    guard !data.dataset.isImages, !data.dataset.columnNames.isEmpty else {
      throw Diagnostic(
        "a fit is drawn along a column of a table, and these are images", at: range,
        hints: ["plot residuals, for a number as target; else plot wrong and plot confusion"])
    }
    try DataRequirement.numbers(
      about: "a fit is",
      instead: data.dataset.columnNames.count == 2
        ? "plot boundary draws where one class ends" : "plot confusion shows what is mistaken"
    ).check(data, at: range)
    let (column, part) = try asked(data, arguments)
    let hand = try execution.network(for: arguments, fitting: data)
    let network = PicturedNetwork(hand, on: data, execution, arguments)
    try network.require(.training)
    guard let chart = FitChart(of: data, over: column, on: part) else {
      throw constant(column, data, arguments)
    }
    if part == .test { execution.looks.happened = true }
    return .line(try network.fit(chart, on: part))
  }

  /// The column and the split that are named, in any order; without them the only column, and
  /// training.
  private static func asked(
    _ data: DataInHand, _ arguments: Arguments
  ) throws(Diagnostic) -> (column: Int, part: DataInHand.Part) {
    let names = data.dataset.columnNames
    var column: Int?
    var part: DataInHand.Part?
    for value in arguments.values.dropFirst() {
      let isWord = if case .word = value.kind { true } else { false }
      if isWord, part == nil, let word = arguments.text(of: value),
        PredictCommand.splits.contains(word)
      {
        part = try SplitName.part(word, of: data, at: value.range)
      } else if column == nil {
        column = try ColumnName.place(value, among: names, arguments)
      } else {
        throw Diagnostic(
          "plot fit is along one column, and of one split", at: value.range,
          hints: ["it is typed: plot fit \(ColumnName.typed(names[column ?? 0])) validation"])
      }
    }
    guard let column = column ?? (names.count == 1 ? 0 : nil) else {
      throw Diagnostic(
        "the data has \(names.count) columns, and a fit is drawn along one",
        at: arguments.command.range,
        hints: ["plot fit \(ColumnName.typed(names[0]))"] + ColumnName.others(names))
    }
    return (column, part ?? .training)
  }

  /// A column that is the same in all the examples.
  private static func constant(
    _ column: Int, _ data: DataInHand, _ arguments: Arguments
  ) -> Diagnostic {
    let names = data.dataset.columnNames
    let training = data.rows(of: .training).map { data.dataset.columns(ofRow: Int($0)) }
    let other = names.indices.first { place in
      place != column && training.contains { $0[place] != training[0][place] }
    }
    let noun = data.dataset.exampleNoun
    return Diagnostic(
      training.count < 2
        ? "a fit is drawn from one place to another, and there is 1 training example"
        : "\(names[column]) is the same in all \(noun), so there is nothing to draw along",
      at: arguments.command.range,
      hints: [
        other.map { "plot fit \(ColumnName.typed(names[$0]))" }
          ?? "more \(noun), with different values, have a fit"
      ])
  }
}
