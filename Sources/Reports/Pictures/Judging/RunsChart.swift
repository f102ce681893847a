package import Charts
import Networks
package import Tuning

/// The curves of some trainings, one over the other.
package enum RunsChart {
  /// The validation loss of each run; the loss where one of them has no validation split.
  ///
  /// - Parameter runs: Each with its number in the notebook.
  package static func chart(_ runs: [(number: Int, run: RunRecord)]) -> LineChart {
    let hasValidation = runs.allSatisfy { run in
      run.run.history.records.allSatisfy { $0.validationDataLoss != nil }
    }
    let name = hasValidation ? "validation loss" : "loss"
    let series = runs.map { number, run in
      LineChart.Series(
        run.variant.map { "run \(number), \($0)" } ?? "run \(number)",
        points: run.history.records.enumerated().map { index, record in
          Point(
            Double(index + 1), (hasValidation ? record.validationDataLoss : nil) ?? record.dataLoss)
        })
    }
    let figures = series.map { series in
      let best = series.points.min { $0.y < $1.y }
      return "\(series.name) least \(TrainingText.number(best?.y ?? 0)) at \(Int(best?.x ?? 0)), "
        + "last \(TrainingText.number(series.points.last?.y ?? 0))"
    }
    return LineChart(
      title: "\(name), without penalty", xAxis: Axis("epoch of the run"), yAxis: Axis(name),
      series: series, caption: figures.joined(separator: " · "))
  }
}
