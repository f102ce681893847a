/// What came of a learning rate range test.
package struct RateRangeResult: Equatable, Sendable {
  /// One step of the test.
  package struct Step: Equatable, Sendable {
    /// The learning rate of the step.
    package var rate: Double
    /// The loss of the batch before the step, with its penalty; may be no finite number.
    package var loss: Double
    /// The mean of the losses so far, the later ones counting more: m <- 0.9 m + 0.1 loss,
    /// divided by 1 - 0.9^n, so that the 0 it begins with does not count.
    package var smoothed: Double
  }

  /// Why the test ended.
  package enum End: Equatable, Sendable {
    /// All steps were taken.
    case finished
    /// The smoothed loss came to ``RateRange/stopFactor`` times its lowest.
    case rose
    /// The loss or a weight is no finite number.
    case diverged
    /// It was asked to end.
    case interrupted
  }

  /// A fall of less than this part of the loss tells nothing about rates.
  private static let leastPart = 0.05
  /// Nor does one of fewer standard deviations of a smoothed loss that does not move: the lowest of
  /// some twenty independent ones lies about 2 below their mean, and that mean is uncertain too.
  private static let leastDeviations = 4.0

  /// The steps that were taken, in order.
  package var steps: [Step]
  /// Why there are no more.
  package var end: End
  /// How many of the first steps only show the loss before it moves: ``RateRange/beginning``.
  package var beginning: Int

  /// The mean of the losses of the beginning.
  package var start: Double {
    let first = steps.prefix(beginning)
    return first.reduce(0) { $0 + $1.loss } / Double(max(1, first.count))
  }

  /// The step of the lowest smoothed loss behind the beginning, the first of equals; nil where
  /// none is finite.
  package var lowest: Int? {
    steps.indices.dropFirst(beginning).reduce(nil) { best, index in
      guard steps[index].smoothed.isFinite else { return best }
      guard let best else { return index }
      return steps[index].smoothed < steps[best].smoothed ? index : best
    }
  }

  /// The part of ``start`` by which the loss falls to its lowest; 0 where it does not.
  package var fall: Double {
    guard let lowest else { return 0 }
    let fall = (start - steps[lowest].smoothed) / start
    return fall.isFinite ? max(0, fall) : 0
  }

  /// The standard deviation that the smoothed loss has from the batches alone: that of the losses
  /// of the beginning, times √((1 - 0.9) / (1 + 0.9)).
  package var noise: Double {
    let first = steps.prefix(beginning).map { $0.loss - start }
    let variance = first.reduce(0) { $0 + $1 * $1 } / Double(max(1, first.count - 1))
    return (variance * (1 - RateRange.smoothing) / (1 + RateRange.smoothing)).squareRoot()
  }

  /// Whether the loss falls by more than the batches differ: by a twentieth of ``start``, and by 4
  /// times ``noise``.
  package var falls: Bool {
    fall >= Self.leastPart && fall * start >= Self.leastDeviations * noise
  }

  /// Whether the loss falls from the first step on, so that the beginning says nothing of how it
  /// differs by itself: each fifth of the beginning has a lower mean than the one before it, and
  /// the last one less than half of the first's.
  package var fallsAtOnce: Bool {
    guard beginning >= 5, steps.count >= beginning else { return false }
    let means = (0..<5).map { fifth in
      let part = steps[fifth * beginning / 5..<(fifth + 1) * beginning / 5]
      return part.reduce(0) { $0 + $1.loss } / Double(part.count)
    }
    return means[4] < means[0] / 2 && zip(means, means.dropFirst()).allSatisfy { $0 > $1 }
  }

  /// The step around which the smoothed loss falls most, over a twentieth of the steps; nil where
  /// it never falls between the beginning and its lowest.
  package var steepest: Int? {
    let reach = max(1, steps.count / 40)
    let first = max(reach, beginning)
    guard let lowest, lowest - reach >= first else { return nil }
    var best: (index: Int, change: Double)?
    for index in first...(lowest - reach) where index + reach < steps.count {
      let change = steps[index + reach].smoothed - steps[index - reach].smoothed
      if change < best?.change ?? 0 { best = (index, change) }
    }
    return best?.index
  }
}
