import Charts
import Commands
import Datasets
import Language
import Networks
import Reports
import Workbench

/// `plot loss`, `plot accuracy`: training and validation over the epochs, one above the other.
enum HistoryPlot {
  /// What the lying axis may count.
  static let axes = ["epochs", "steps"]

  static let options = [
    OptionDefinition(
      name: "parts", kind: .yesOrNo, standard: "no",
      meaning: "plot loss: the data loss and the penalty that it is the sum of"),
    OptionDefinition(
      name: "dropout", kind: .yesOrNo, standard: "yes",
      meaning:
        "plot loss: no adds the training loss without dropout, measured after each epoch of a "
        + "copy that is trained again"),
  ]

  static let loss = Plot(
    name: "loss", example: " parts=yes", options: ["over", "parts", "dropout"], trains: true
  ) {
    (execution, arguments) throws(Diagnostic) in
    let hand = try trained(execution, arguments)
    let time = try time(arguments)
    let records = hand.history.records
    let hasParts = try arguments.yesOrNo("parts") == true
    let isWithout = try arguments.yesOrNo("dropout") == false
    if hasParts, isWithout {
      throw Diagnostic(
        "parts= and dropout= are two pictures", at: arguments.range(of: "dropout"))
    }
    if hasParts { return .line(HistoryParts.chart(records, time)) }
    var measure = Measure(
      name: "loss", isBetterWhenLess: true, training: time.points(records) { $0.loss },
      validation: time.points(records) { $0.validationLoss }, text: TrainingText.number,
      format: .number)
    if isWithout {
      measure.others = [try withoutDropout(hand, time, execution, arguments)]
    }
    return .line(chart(measure, hand, time))
  }

  static let accuracy = Plot(name: "accuracy", options: ["over"]) {
    (execution, arguments) throws(Diagnostic) in
    let hand = try trained(execution, arguments)
    let time = try time(arguments)
    let records = hand.history.records
    let training = time.points(records) { $0.accuracy }
    guard !training.isEmpty else {
      throw Diagnostic(
        "this training has no accuracy: its targets are numbers", at: arguments.command.range,
        hints: ["plot loss draws what it has"])
    }
    return .line(
      chart(
        Measure(
          name: "accuracy", isBetterWhenLess: false, training: training,
          validation: time.points(records) { $0.validationAccuracy },
          text: { NumberText.percent($0, places: 1) }, format: .percent), hand, time))
  }

  static let rate = Plot(name: "rate", options: ["over"]) {
    (execution, arguments) throws(Diagnostic) in
    let records = try trained(execution, arguments).history.records
    let time = try time(arguments)
    let rates = time.points(records) { $0.learningRate }
    let texts = [rates.first, rates.last].map { ScheduleText.number($0?.y ?? 0) }
    return .line(
      LineChart(
        title: "learning rate", xAxis: time.axis, yAxis: Axis("rate"),
        series: [.init("rate of the last step", points: rates)],
        caption: "rate \(texts[0]) in epoch \(records.first?.epoch ?? 0), "
          + "\(texts[1]) in epoch \(records.last?.epoch ?? 0)"))
  }

  /// One quantity over the epochs; validation has a point for each epoch that had a validation
  /// split.
  struct Measure {
    let name: String
    let isBetterWhenLess: Bool
    let training: [Point]
    let validation: [Point]
    let text: (Double) -> String
    let format: Axis.Format
    /// Further curves.
    var others: [LineChart.Series] = []

    /// The index of the best validation point; the first of equals.
    var best: Int? {
      validation.indices.reduce(nil) { best, index in
        guard let best else { return index }
        let (one, other) = (validation[index].y, validation[best].y)
        return (isBetterWhenLess ? one < other : one > other) ? index : best
      }
    }
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
    guard let value = arguments.command.option("over")?.values.first else { return .epochs }
    let word = try arguments.word(value, among: axes, what: "thing that the axis can count")
    return word == "steps" ? .steps : .epochs
  }

  private static func withoutDropout(
    _ hand: NetworkInHand, _ time: HistoryTime, _ execution: Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> LineChart.Series {
    let data = try execution.data(for: arguments)
    let rows = data.rows(of: .training)
    let evaluations = try SideTraining.again(hand, on: data, execution, arguments) {
      (_, network) throws(Diagnostic) in
      try execution.asking(arguments) { () throws(NetworkError) in
        try network.evaluate(data.examples, rows: rows, pool: execution.settings.pool)
      }
    }
    return .init(
      "training without dropout",
      points: zip(hand.history.records, evaluations).map { Point(time.of($0), $1.loss) })
  }

  private static func chart(
    _ measure: Measure, _ hand: NetworkInHand, _ time: HistoryTime
  ) -> LineChart {
    let records = hand.history.records
    var series: [LineChart.Series] = [.init("training", points: measure.training)]
    var marks: [LineChart.Mark] = []
    if let best = measure.best {
      series.append(.init("validation", points: measure.validation))
      if best != measure.validation.count - 1 {
        let point = measure.validation[best]
        let epoch = records.first { time.of($0) == point.x }?.epoch ?? 0
        marks.append(.init(x: point.x, label: "best epoch \(epoch)"))
      }
    }
    if let stop = HistoryStop.record(of: hand) {
      marks.append(.init(x: time.of(stop), label: "early stop \(stop.epoch)"))
    }
    return LineChart(
      title: measure.name, xAxis: time.axis, yAxis: Axis(measure.name, format: measure.format),
      series: series + measure.others, marks: marks, caption: caption(measure, records, time))
  }

  /// "validation loss lowest 0.21 at epoch 38, 0.25 at epoch 60 · training 0.05 · gap 0.20"; the gap
  /// is positive where validation is worse.
  private static func caption(
    _ measure: Measure, _ records: [EpochRecord], _ time: HistoryTime
  ) -> String {
    guard let training = measure.training.last else { return "" }
    let others = measure.others.map { other in
      " · \(other.name) \(measure.text(other.points.last?.y ?? 0))"
    }.joined()
    guard let best = measure.best, let last = measure.validation.last else {
      return "training \(measure.name) \(measure.text(training.y)) after epoch "
        + "\(records.last?.epoch ?? 0)" + others
    }
    let point = measure.validation[best]
    let epoch = records.first { time.of($0) == point.x }?.epoch ?? 0
    let peak = measure.isBetterWhenLess ? "lowest" : "highest"
    let isLast = best == measure.validation.count - 1
    let end = records.last { time.of($0) == last.x }?.epoch ?? 0
    let gap = measure.isBetterWhenLess ? last.y - training.y : training.y - last.y
    let since = isLast ? "the last" : "\(measure.text(last.y)) at epoch \(end)"
    return "validation \(measure.name) \(peak) \(measure.text(point.y)) at epoch \(epoch), "
      + "\(since) · training \(measure.text(training.y)) "
      + "· gap \(measure.text(gap))" + others
  }
}
