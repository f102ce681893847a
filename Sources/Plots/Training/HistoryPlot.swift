import Charts
import Commands
import Datasets
import Language
import Networks
import Reports
import TensorEngine
import Workbench

/// `plot loss`, `plot accuracy`: training and validation over the epochs, one above the other.
enum HistoryPlot {
  /// What the lying axis may count.
  static let axes = ["epochs", "steps"]

  /// The option of studies, that the curves of a training have for what their lying axis counts.
  static let over = VariedSetting.options.filter { $0.name == "over" }
  private static let parts = CommandOption<Bool>.yesOrNo(
    "parts", usual: false,
    meaning: "plot loss: the data loss and the penalty that it is the sum of"
  )
  private static let dropout = CommandOption<Bool>.yesOrNo(
    "dropout", usual: true,
    meaning:
      "plot loss: no adds the training loss without dropout, measured after each epoch of a "
      + "copy that is trained again")

  static let loss = Plot(
    chartNamed: "loss", example: " parts=yes",
    options: over + [parts.definition, dropout.definition, LogarithmicAxis.option.definition],
    trains: true
  ) {
    (execution, arguments) throws(Diagnostic) in
    let hand = try trained(execution, arguments)
    let time = try time(arguments)
    let hasParts = try arguments.valueOrUsual(of: parts)
    let isWithout = try !arguments.valueOrUsual(of: dropout)
    if hasParts, isWithout {
      throw Diagnostic(
        "parts= and dropout= are two pictures", at: arguments.range(of: dropout))
    }
    if hasParts {
      return .line(
        try LogarithmicAxis.upright(HistoryParts.chart(hand.history.records, time), arguments))
    }
    let losses = isWithout ? try withoutDropout(hand, execution, arguments) : nil
    return .line(
      try LogarithmicAxis.upright(
        HistoryChart.loss(of: hand, time, withoutDropout: losses), arguments))
  }

  static let accuracy = Plot(chartNamed: "accuracy", options: over) {
    (execution, arguments) throws(Diagnostic) in
    let hand = try trained(execution, arguments)
    guard let chart = HistoryChart.accuracy(of: hand, try time(arguments)) else {
      throw Diagnostic(
        "this training has no accuracy: its targets are numbers", at: arguments.command.range,
        hints: ["plot loss draws what it has"])
    }
    return .line(chart)
  }

  static let rate = Plot(
    chartNamed: "rate", options: over + [LogarithmicAxis.option.definition]
  ) {
    (execution, arguments) throws(Diagnostic) in
    let records = try trained(execution, arguments).history.records
    return .line(
      try LogarithmicAxis.upright(
        HistoryChart.rate(records, try time(arguments)), arguments))
  }

  /// The network in hand, which must have been trained.
  static func trained(
    _ execution: Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> NetworkInHand {
    let hand = try execution.network(for: arguments)
    guard !hand.history.records.isEmpty else {
      throw Wording.untrained(at: arguments.command.range)
    }
    return hand
  }

  /// What the lying axis counts.
  static func time(_ arguments: Arguments) throws(Diagnostic) -> HistoryTime {
    guard let value = arguments.given(VariedSetting.over)?.values.first else { return .epochs }
    let word = try arguments.word(value, among: axes, what: "thing that the axis can count")
    return word == "steps" ? .steps : .epochs
  }

  /// The training loss without dropout after each epoch of a copy that is trained again.
  private static func withoutDropout(
    _ hand: NetworkInHand, _ execution: Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> [Double] {
    let data = try execution.data(for: arguments)
    let rows = data.rows(of: .training)
    return try SideTraining.again(
      hand, on: data, execution, arguments,
      measuring: Double(rows.count) * hand.network.forwardWork
    ) {
      (_, network) throws(Diagnostic) in
      try execution.asking(arguments) { () throws(NetworkError) in
        try network.evaluate(data.examples, rows: rows, pool: execution.settings.pool).loss
      }
    }
  }
}
