package import Charts
package import Networks
package import Workbench

/// One quantity over the epochs of a training; validation has a point for each epoch that had a
/// validation split.
package struct HistoryChart {
  private let name: String
  private let isBetterWhenLess: Bool
  private let hand: NetworkInHand
  private let time: HistoryTime
  private let training: [Point]
  private let validation: [Point]
  private let format: Axis.Format
  /// Further curves.
  private var others: [LineChart.Series] = []

  /// The loss of a training.
  ///
  /// - Parameter withoutDropout: The training loss without dropout after each epoch; nil where that
  ///   is not drawn.
  package static func loss(
    of hand: NetworkInHand, _ time: HistoryTime, withoutDropout: [Double]? = nil
  ) -> LineChart {
    var history = HistoryChart(
      "loss", isBetterWhenLess: true, .number, of: hand, time, training: { $0.loss },
      validation: { $0.validationLoss })
    if let withoutDropout {
      history.others = [
        .init(
          "training without dropout",
          points: zip(hand.history.records, withoutDropout).map { Point(time.of($0), $1) })
      ]
    }
    return history.chart
  }

  /// The accuracy of a training; nil where its targets are numbers.
  package static func accuracy(of hand: NetworkInHand, _ time: HistoryTime) -> LineChart? {
    let history = HistoryChart(
      "accuracy", isBetterWhenLess: false, .percent, of: hand, time, training: { $0.accuracy },
      validation: { $0.validationAccuracy })
    return history.training.isEmpty ? nil : history.chart
  }

  /// The learning rate of a training.
  package static func rate(_ records: [EpochRecord], _ time: HistoryTime) -> LineChart {
    let rates = time.points(records) { $0.learningRate }
    let texts = [rates.first, rates.last].map { ScheduleText.number($0?.y ?? 0) }
    return LineChart(
      title: "learning rate", xAxis: time.axis, yAxis: Axis("rate"),
      series: [.init("rate of the last step", points: rates)],
      caption: "rate \(texts[0]) in epoch \(records.first?.epoch ?? 0), "
        + "\(texts[1]) in epoch \(records.last?.epoch ?? 0)")
  }

  private init(
    _ name: String, isBetterWhenLess: Bool, _ format: Axis.Format, of hand: NetworkInHand,
    _ time: HistoryTime, training: (EpochRecord) -> Double?, validation: (EpochRecord) -> Double?
  ) {
    self.name = name
    self.isBetterWhenLess = isBetterWhenLess
    self.format = format
    self.hand = hand
    self.time = time
    self.training = time.points(hand.history.records, training)
    self.validation = time.points(hand.history.records, validation)
  }

  private var records: [EpochRecord] { hand.history.records }

  /// The index of the best validation point; the first of equals.
  private var best: Int? {
    validation.indices.reduce(nil) { best, index in
      guard let best else { return index }
      let (one, other) = (validation[index].y, validation[best].y)
      return (isBetterWhenLess ? one < other : one > other) ? index : best
    }
  }

  private var chart: LineChart {
    var series: [LineChart.Series] = [.init("training", points: training)]
    var marks: [LineChart.Mark] = []
    if let best {
      series.append(.init("validation", points: validation))
      if best != validation.count - 1 {
        let point = validation[best]
        let epoch = records.first { time.of($0) == point.x }?.epoch ?? 0
        marks.append(.init(x: point.x, label: "best epoch \(epoch)"))
      }
    }
    if let stop = HistoryStop.record(of: hand) {
      marks.append(.init(x: time.of(stop), label: "early stop \(stop.epoch)"))
    }
    return LineChart(
      title: name, xAxis: time.axis, yAxis: Axis(name, format: format), series: series + others,
      marks: marks, caption: caption)
  }

  /// "validation loss lowest 0.21 at epoch 38, 0.25 at epoch 60 · training 0.05 · gap 0.20"; the gap
  /// is positive where validation is worse.
  private var caption: String {
    guard let training = training.last else { return "" }
    let others = others.map { other in
      " · \(other.name) \(text(other.points.last?.y ?? 0))"
    }.joined()
    guard let best, let last = validation.last else {
      return "training \(name) \(text(training.y)) after epoch \(records.last?.epoch ?? 0)" + others
    }
    let point = validation[best]
    let epoch = records.first { time.of($0) == point.x }?.epoch ?? 0
    let peak = isBetterWhenLess ? "lowest" : "highest"
    let isLast = best == validation.count - 1
    let end = records.last { time.of($0) == last.x }?.epoch ?? 0
    let gap = isBetterWhenLess ? last.y - training.y : training.y - last.y
    let since = isLast ? "the last" : "\(text(last.y)) at epoch \(end)"
    return "validation \(name) \(peak) \(text(point.y)) at epoch \(epoch), "
      + "\(since) · training \(text(training.y)) "
      + "· gap \(text(gap))" + others
  }

  private func text(_ value: Double) -> String {
    format == .percent ? NumberText.percent(value, places: 1) : TrainingText.number(value)
  }
}
