package import Charts
package import Networks
package import Workbench

/// What the lying axis of a training counts.
package enum HistoryTime {
  /// What is counted from the start of the training.
  case epochs, steps

  /// The axis of epochs or steps.
  package var axis: Axis { Axis(self == .epochs ? "epoch" : "step") }

  /// Where an epoch ended.
  package func of(_ record: EpochRecord) -> Double {
    Double(self == .epochs ? record.epoch : record.step)
  }

  /// A point for each epoch that has the value.
  package func points(_ records: [EpochRecord], _ value: (EpochRecord) -> Double?) -> [Point] {
    records.compactMap { record in value(record).map { Point(of(record), $0) } }
  }
}

/// Whether early stopping ended the last training.
package enum HistoryStop {
  /// The last epoch, where the patience of the rule was at its end there and epochs were left.
  package static func record(of hand: NetworkInHand) -> EpochRecord? {
    guard let settings = hand.settings, let rule = settings.earlyStopping,
      let last = hand.history.last, hand.history.records.count < settings.epochs,
      let best = StopText.best(of: rule.monitor, in: hand.history.records)
    else { return nil }
    return last.epoch - best.record.epoch >= max(1, rule.patience) ? last : nil
  }
}

/// `plot loss parts=yes`: the loss as the sum that it is.
package enum HistoryParts {
  /// The loss of some epochs and its two parts, a curve each.
  package static func chart(_ records: [EpochRecord], _ time: HistoryTime) -> LineChart {
    LineChart(
      title: "training loss in parts", xAxis: time.axis, yAxis: Axis("loss"),
      series: [
        .init("loss", points: time.points(records) { $0.loss }),
        .init("data loss", points: time.points(records) { $0.dataLoss }),
        .init("penalty", points: time.points(records) { $0.penalty }),
      ], caption: caption(records))
  }

  /// "loss 0.5614 = data loss 0.5064 + penalty 0.0550 after epoch 60 · the penalty is 9.8% of it"
  private static func caption(_ records: [EpochRecord]) -> String {
    guard let last = records.last else { return "" }
    let penalty = last.penalty == 0 ? "0" : TrainingText.number(last.penalty)
    let share =
      last.loss > 0
      ? " · the penalty is \(NumberText.percent(last.penalty / last.loss)) of it" : ""
    return
      "loss \(TrainingText.number(last.loss)) = data loss \(TrainingText.number(last.dataLoss))"
      + " + penalty \(penalty) after epoch \(last.epoch)\(share)"
  }
}
