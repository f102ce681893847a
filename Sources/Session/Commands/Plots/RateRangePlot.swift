import Charts
import Language
import Networks

/// `plot rate range`: the loss while the rate grows from far too small to far too large.
enum RateRangePlot {
  static let options = [
    OptionDefinition(
      name: "low", kind: .number(.positive), standard: "0.00001",
      meaning: "plot rate range: the rate of the first step"),
    OptionDefinition(
      name: "high", kind: .number(.positive), standard: "100",
      meaning: "plot rate range: the rate of the last step"),
  ]

  /// Losses that fall by less than this part tell nothing about rates.
  private static let worthAWord = 0.05
  private static let mostSteps = 10_000

  static let plot = Plot(
    named: "rate range", example: " low=0.00001 high=100", options: ["low", "high", "steps"],
    trains: true
  ) {
    (execution, arguments) throws(Diagnostic) in
    let data = try execution.data(for: arguments)
    let hand = try execution.network(for: arguments, fitting: data)
    let range = try range(arguments)
    let trainer = SideTraining.trainer(of: hand, on: data, execution)
    let control = execution.control
    let result = try execution.asking(arguments) { () throws(NetworkError) in
      try trainer.rateRange(range, isInterrupted: control.isInterrupted) {
        control.report(.part($0, of: range.steps, name: "steps of the range test"))
      }
    }
    if result.end == .interrupted { return [] }
    return [
      .chart(.line(chart(result, range))),
      .text(explanation(trainer, from: hand)),
    ]
  }

  private static func range(_ arguments: Arguments) throws(Diagnostic) -> RateRange {
    var range = RateRange()
    if let low = try arguments.number("low") { range.lowest = low }
    if let high = try arguments.number("high") { range.highest = high }
    if let steps = try arguments.count("steps") { range.steps = steps }
    guard range.lowest < range.highest else {
      throw Diagnostic(
        "the rates go from \(ScheduleText.number(range.lowest)) up to more than that, not to "
          + ScheduleText.number(range.highest),
        at: arguments.range(of: arguments.has("high") ? "high" : "low"),
        hints: ["plot rate range low=0.00001 high=100"])
    }
    guard range.lowest >= 1e-12, range.highest <= 1e12 else {
      throw Diagnostic(
        "the rates of a range test are from 1e-12 to 1e12",
        at: arguments.range(of: range.lowest >= 1e-12 ? "high" : "low"))
    }
    guard (10...mostSteps).contains(range.steps) else {
      throw Diagnostic(
        "a range test has from 10 to \(NumberText.count(mostSteps)) steps",
        at: arguments.range(of: "steps"))
    }
    return range
  }

  private static func chart(_ result: RateRangeResult, _ range: RateRange) -> LineChart {
    let steps = result.steps
    let rates = Extent(range.lowest, steps.last.map { max($0.rate, range.lowest * 10) } ?? 1)
    var marks: [LineChart.Mark] = []
    if result.fall >= worthAWord {
      if let steepest = result.steepest {
        marks.append(.init(x: steps[steepest].rate, label: "falls fastest"))
      }
      if let lowest = result.lowest {
        marks.append(.init(x: steps[lowest].rate, label: "lowest"))
      }
    }
    return LineChart(
      title: "learning rate range test", xAxis: Axis("rate", scale: .logarithmic, extent: rates),
      yAxis: Axis("loss", extent: extent(of: result)),
      series: [
        .init("smoothed loss", points: steps.map { Point($0.rate, $0.smoothed) })
      ], marks: marks, caption: caption(result))
  }

  /// What is more than twice the first losses, or the end of the test, is off the top.
  private static func extent(of result: RateRangeResult) -> Extent? {
    let finite = result.steps.map(\.smoothed).filter(\.isFinite)
    let top = 2 * max(result.start, finite.first ?? 0)
    guard top > 0, top.isFinite, let most = finite.max(), most > top else { return nil }
    return Extent(0, top)
  }

  /// "smoothed loss lowest 0.2103 at rate 2.3, from 0.6985 at first · falls fastest at 0.4 · …"
  private static func caption(_ result: RateRangeResult) -> String {
    guard let lowest = result.lowest, let last = result.steps.last else {
      return "the loss is no finite number at rate "
        + ScheduleText.number(result.steps.first?.rate ?? 0)
    }
    let step = result.steps[lowest]
    var parts = [
      "smoothed loss \(TrainingText.number(result.start)) at first, lowest "
        + "\(TrainingText.number(step.smoothed)) at rate \(rate(step.rate))"
    ]
    if result.fall < worthAWord {
      parts.append("it hardly falls at any rate")
    } else {
      if let steepest = result.steepest {
        parts.append("falls fastest at \(rate(result.steps[steepest].rate))")
      }
      parts.append("usual choice: \(rate(step.rate / 10)), a tenth of the lowest's")
    }
    switch result.end {
    case .rose:
      parts.append("4 times the lowest at rate \(rate(last.rate)), where the test ends")
    case .diverged:
      parts.append("no finite number any more at rate \(rate(last.rate)), where the test ends")
    case .finished, .interrupted:
      parts.append("up to rate \(rate(last.rate)) it is never 4 times the lowest")
    }
    return parts.joined(separator: " · ")
  }

  private static func rate(_ rate: Double) -> String { NumberText.significant(rate, digits: 2) }

  /// From which weights, and with which settings.
  private static func explanation(_ trainer: Trainer, from hand: NetworkInHand) -> String {
    var settings = trainer.settings
    settings.rateControl = nil
    settings.earlyStopping = nil
    settings.targets = []
    let options = SettingsText.options(of: settings).filter {
      !$0.hasPrefix("epochs=") && !$0.hasPrefix("rate=")
    }
    let epochs = hand.network.training.epochs
    let start =
      epochs == 0 ? "the first weights" : "the weights after \(Wording.count(epochs, "epoch"))"
    return
      "a copy of the network, from \(start), \(options.joined(separator: " ")), a batch a step "
      + "and each rate the same factor above the one before; smoothed: 0.9 of the mean so far and "
      + "0.1 of the batch's loss"
  }
}
