import Charts
import Language
import Networks

/// `plot loss`, `plot accuracy`: training and validation over the epochs, one above the other.
enum HistoryPlot {
  static let loss = Plot(name: "loss") { (execution, arguments) throws(Diagnostic) in
    let history = try history(execution, arguments)
    return .line(
      chart(
        Measure(
          name: "loss", isBetterWhenLess: true, training: history.records.map { $0.loss },
          validation: history.records.compactMap { $0.validationLoss },
          text: TrainingText.number, format: .number), history))
  }

  static let accuracy = Plot(name: "accuracy") { (execution, arguments) throws(Diagnostic) in
    let history = try history(execution, arguments)
    let training = history.records.compactMap { $0.accuracy }
    guard training.count == history.records.count else {
      throw Diagnostic(
        "this training has no accuracy: its targets are numbers", at: arguments.command.range,
        hints: ["plot loss draws what it has"])
    }
    return .line(
      chart(
        Measure(
          name: "accuracy", isBetterWhenLess: false, training: training,
          validation: history.records.compactMap { $0.validationAccuracy },
          text: { NumberText.percent($0, places: 1) }, format: .percent), history))
  }

  /// One quantity over the epochs.
  struct Measure {
    let name: String
    let isBetterWhenLess: Bool
    let training: [Double]
    let validation: [Double]
    let text: (Double) -> String
    let format: Axis.Format

    /// The index of the best validation value; the first of equals.
    var best: Int? {
      validation.indices.reduce(nil) { best, index in
        guard let best else { return index }
        let isBetter =
          isBetterWhenLess
          ? validation[index] < validation[best] : validation[index] > validation[best]
        return isBetter ? index : best
      }
    }
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

  private static func chart(_ measure: Measure, _ history: History) -> LineChart {
    let epochs = history.records.map { Double($0.epoch) }
    let hasValidation = measure.validation.count == epochs.count
    var series: [LineChart.Series] = [
      .init("training", points: zip(epochs, measure.training).map { Point($0, $1) })
    ]
    var marks: [LineChart.Mark] = []
    if hasValidation {
      series.append(
        .init("validation", points: zip(epochs, measure.validation).map { Point($0, $1) }))
      if let best = measure.best, best < epochs.count - 1 {
        marks.append(.init(x: epochs[best], label: "best epoch \(Int(epochs[best]))"))
      }
    }
    return LineChart(
      title: measure.name, xAxis: Axis("epoch"), yAxis: Axis(measure.name, format: measure.format),
      series: series, marks: marks,
      caption: caption(measure, epochs: epochs, hasValidation: hasValidation))
  }

  /// "validation loss lowest 0.21 at epoch 38, now 0.25; training 0.05; gap 0.20"
  private static func caption(
    _ measure: Measure, epochs: [Double], hasValidation: Bool
  ) -> String {
    let training = measure.training.last ?? 0
    let now =
      "training \(measure.name) \(measure.text(training)) after epoch \(Int(epochs.last ?? 0))"
    guard hasValidation, let best = measure.best, let last = measure.validation.last else {
      return now
    }
    let peak = measure.isBetterWhenLess ? "lowest" : "highest"
    let gap = measure.text((last - training).magnitude)
    let since = best == epochs.count - 1 ? "the last" : "now \(measure.text(last))"
    return "validation \(measure.name) \(peak) \(measure.text(measure.validation[best])) "
      + "at epoch \(Int(epochs[best])), \(since) · training \(measure.text(training)) · gap \(gap)"
  }
}
