package import Charts
import Networks
package import Tuning

/// The trainings of a comparison, one curve over the other.
package struct ComparisonCurves {
  /// The trainings, in the order of the variants.
  package let trials: [Comparison.Trial]

  /// Makes it of its parts.
  package init(trials: [Comparison.Trial]) {
    self.trials = trials
  }

  private var hasValidation: Bool { trials.allSatisfy { $0.validation != nil } }

  /// The validation loss of each, without the penalty, so that penalties compare; the training
  /// loss where there is no validation split.
  package var losses: LineChart {
    let hasValidation = hasValidation
    let name = hasValidation ? "validation loss" : "loss"
    return chart(name, .number, text: TrainingText.number) {
      (hasValidation ? $0.validationDataLoss : nil) ?? $0.dataLoss
    }
  }

  /// The validation accuracy of each, or else the training accuracy.
  package var accuracies: LineChart {
    let hasValidation = hasValidation
    let name = hasValidation ? "validation accuracy" : "accuracy"
    return chart(name, .percent, text: Self.percent) {
      (hasValidation ? $0.validationAccuracy : nil) ?? $0.accuracy ?? 0
    }
  }

  /// The learning rate of each.
  package var rates: LineChart {
    chart("learning rate", .number, text: ScheduleText.number) { $0.learningRate }
  }

  private static func percent(_ share: Double) -> String { NumberText.percent(share) }

  private func chart(
    _ name: String, _ format: Axis.Format, text: (Double) -> String,
    _ value: (EpochRecord) -> Double
  ) -> LineChart {
    let series = trials.map { trial in
      LineChart.Series(
        trial.label,
        points: trial.result.history.records.map { Point(Double($0.epoch), value($0)) })
    }
    let ends = trials.map { trial in
      let records = trial.result.history.records
      guard let epoch = trial.result.restoredEpoch,
        let kept = records.last(where: { $0.epoch == epoch })
      else { return "\(trial.label) \(text(records.last.map(value) ?? 0))" }
      return "\(trial.label) \(text(value(kept))) (epoch \(epoch))"
    }
    let isRestored = trials.contains { $0.result.restoredEpoch != nil }
    return LineChart(
      title: name, xAxis: Axis("epoch"), yAxis: Axis(name, format: format), series: series,
      caption: "\(name) \(isRestored ? "of the weights that are kept" : "at the end"): "
        + ends.joined(separator: " · "))
  }

  /// "training points on the wrong side: plain 1.7% · l2=0.01 10.0%"
  package var wrongSides: String {
    let shares = trials.map { "\($0.label) \(NumberText.percent($0.training.error ?? 0))" }
    return "training examples on the wrong side: \(shares.joined(separator: " · "))"
  }
}
