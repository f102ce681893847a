import Charts
import Language
import Networks

/// `plot loss`, `plot accuracy`: training and validation over the epochs, one above the other.
enum HistoryPlot {
  static let loss = Plot(name: "loss") { (execution, arguments) throws(Diagnostic) in
    let records = try history(execution, arguments).records
    return .line(
      chart(
        Measure(
          name: "loss", isBetterWhenLess: true, training: points(records) { $0.loss },
          validation: points(records) { $0.validationLoss }, text: TrainingText.number,
          format: .number)))
  }

  static let accuracy = Plot(name: "accuracy") { (execution, arguments) throws(Diagnostic) in
    let records = try history(execution, arguments).records
    let training = points(records) { $0.accuracy }
    guard !training.isEmpty else {
      throw Diagnostic(
        "this training has no accuracy: its targets are numbers", at: arguments.command.range,
        hints: ["plot loss draws what it has"])
    }
    return .line(
      chart(
        Measure(
          name: "accuracy", isBetterWhenLess: false, training: training,
          validation: points(records) { $0.validationAccuracy },
          text: { NumberText.percent($0, places: 1) }, format: .percent)))
  }

  static let rate = Plot(name: "rate") { (execution, arguments) throws(Diagnostic) in
    let records = try history(execution, arguments).records
    let rates = points(records) { $0.learningRate }
    let texts = [rates.first, rates.last].map { ScheduleText.number($0?.y ?? 0) }
    return .line(
      LineChart(
        title: "learning rate", xAxis: Axis("epoch"), yAxis: Axis("rate"),
        series: [.init("rate of the last step", points: rates)],
        caption: "rate \(texts[0]) in epoch \(Int(rates.first?.x ?? 0)), "
          + "\(texts[1]) in epoch \(Int(rates.last?.x ?? 0))"))
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

    /// The best validation point; the first of equals.
    var best: Point? {
      validation.reduce(nil) { best, point in
        guard let best else { return point }
        return (isBetterWhenLess ? point.y < best.y : point.y > best.y) ? point : best
      }
    }
  }

  /// A point for each epoch that has the value.
  private static func points(
    _ records: [EpochRecord], _ value: (EpochRecord) -> Double?
  ) -> [Point] {
    records.compactMap { record in value(record).map { Point(Double(record.epoch), $0) } }
  }

  private static func history(
    _ execution: Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> History {
    let history = try execution.network(for: arguments).history
    guard !history.records.isEmpty else {
      throw Diagnostic(
        "the network has not been trained yet", at: arguments.command.range,
        hints: ["train epochs=100 trains it"])
    }
    return history
  }

  private static func chart(_ measure: Measure) -> LineChart {
    var series: [LineChart.Series] = [.init("training", points: measure.training)]
    var marks: [LineChart.Mark] = []
    if let best = measure.best {
      series.append(.init("validation", points: measure.validation))
      if best != measure.validation.last {
        marks.append(.init(x: best.x, label: "best epoch \(Int(best.x))"))
      }
    }
    return LineChart(
      title: measure.name, xAxis: Axis("epoch"), yAxis: Axis(measure.name, format: measure.format),
      series: series, marks: marks, caption: caption(measure))
  }

  /// "validation loss lowest 0.21 at epoch 38, now 0.25 · training 0.05 · gap 0.20"
  private static func caption(_ measure: Measure) -> String {
    guard let training = measure.training.last else { return "" }
    guard let best = measure.best, let last = measure.validation.last else {
      return "training \(measure.name) \(measure.text(training.y)) after epoch \(Int(training.x))"
    }
    let peak = measure.isBetterWhenLess ? "lowest" : "highest"
    let since = best == last ? "the last" : "now \(measure.text(last.y))"
    return "validation \(measure.name) \(peak) \(measure.text(best.y)) at epoch \(Int(best.x)), "
      + "\(since) · training \(measure.text(training.y)) "
      + "· gap \(measure.text((last.y - training.y).magnitude))"
  }
}
