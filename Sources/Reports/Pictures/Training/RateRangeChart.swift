package import Charts
package import Networks
package import Workbench

/// The loss while the rate grows from far too small to far too large.
package enum RateRangeChart {
  /// The smoothed loss over the rate, and what is worth a try.
  package static func chart(_ result: RateRangeResult, _ range: RateRange) -> LineChart {
    let steps = result.steps
    let rates = Extent(range.lowest, steps.last?.rate ?? range.highest)
    var marks: [LineChart.Mark] = []
    if result.falls {
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
      ], marks: marks, caption: caption(result, range))
  }

  /// What is more than twice the first losses, or the end of the test, is off the top.
  private static func extent(of result: RateRangeResult) -> Extent? {
    let finite = result.steps.map(\.smoothed).filter(\.isFinite)
    let top = 2 * max(result.start, finite.first ?? 0)
    guard top > 0, top.isFinite, let most = finite.max(), most > top else { return nil }
    return Extent(0, top)
  }

  /// "loss 0.6985 over the first 20 steps, smoothed lowest 0.2103 at rate 2.3 · falls fastest at
  /// 0.4 · …"
  private static func caption(_ result: RateRangeResult, _ range: RateRange) -> String {
    guard let lowest = result.lowest, let last = result.steps.last else {
      return "the loss is no finite number at rate \(rate(result.steps.last?.rate ?? 0))"
    }
    let step = result.steps[lowest]
    let beginning = result.beginning == 1 ? "step" : "\(NumberText.count(result.beginning)) steps"
    var parts = [
      "loss \(TrainingText.number(result.start)) over the first \(beginning), smoothed lowest "
        + "\(TrainingText.number(step.smoothed)) at rate \(rate(step.rate))"
    ]
    parts += advice(result, lowest: step.rate, range)
    switch result.end {
    case .rose:
      parts.append("4 times the lowest at rate \(rate(last.rate)), where the test ends")
    case .diverged:
      parts.append("no finite number any more at rate \(rate(last.rate)), where the test ends")
    case .finished, .interrupted:
      let reached = "up to rate \(rate(last.rate)) it is "
      parts.append(reached + (step.smoothed > 0 ? "never 4 times the lowest" : "always finite"))
    }
    return parts.joined(separator: " · ")
  }

  /// Which rate is worth a try, and only where the loss falls by more than batches differ.
  private static func advice(
    _ result: RateRangeResult, lowest: Double, _ range: RateRange
  ) -> [String] {
    if result.fallsAtOnce, !result.falls { return ["it falls from the lowest rate on"] }
    guard result.fall > 0 else { return ["it does not fall at any rate"] }
    guard result.falls else { return ["it hardly falls at any rate"] }
    let steepest = result.steepest.map { "falls fastest at \(rate(result.steps[$0].rate))" }
    let choice =
      lowest / 10 >= range.lowest
      ? "usual choice: \(rate(lowest / 10)), a tenth of the lowest's"
      : "the usual choice, a tenth of the lowest's, is below the rates tested"
    return [steepest, choice].compactMap(\.self)
  }

  private static func rate(_ rate: Double) -> String { NumberText.significant(rate, digits: 2) }

  /// From which weights, and with which settings.
  package static func explanation(_ trainer: Trainer, from hand: NetworkInHand) -> String {
    var settings = trainer.settings
    settings.rateControl = nil
    settings.earlyStopping = nil
    settings.targets = []
    let varied = [TrainingSetting.epochs.name, TrainingSetting.rate.name]
    let options = settings.written.filter { !varied.contains($0.name) }
    let epochs = hand.network.training.epochs
    let unlearned = hand.hasLearned ? "the weights in hand" : "the first weights"
    let start =
      epochs == 0 ? unlearned : "the weights after \(Wording.count(epochs, "epoch"))"
    return
      "a copy of the network, from \(start), \(SettingsText.line(of: options)), a batch a step and "
      + " each rate the same factor above the one before; smoothed: 0.9 of the mean so far and "
      + "0.1 of the batch's loss"
  }
}
