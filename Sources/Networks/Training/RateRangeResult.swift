/// What came of a learning rate range test.
public struct RateRangeResult: Equatable, Sendable {
  /// One step of the test.
  public struct Step: Equatable, Sendable {
    public var rate: Double
    /// The loss of the batch before the step, with its penalty; may be no finite number.
    public var loss: Double
    /// The mean of the losses so far, the later ones counting more: m <- 0.9 m + 0.1 loss,
    /// divided by 1 - 0.9^n, so that the 0 it begins with does not count.
    public var smoothed: Double
  }

  /// Why the test ended.
  public enum End: Equatable, Sendable {
    case finished, rose, diverged, interrupted
  }

  public var steps: [Step]
  public var end: End

  /// How many of the first steps, a tenth of all, tell nothing by themselves: the smoothed loss is
  /// the mean of too few there.
  private var unsettled: Int { steps.count / 10 }

  /// The mean of the losses of the first tenth of the steps.
  public var start: Double {
    let first = steps.prefix(max(1, unsettled)).map(\.loss)
    return first.reduce(0, +) / Double(max(1, first.count))
  }

  /// The step of the lowest smoothed loss behind the first tenth, the first of equals; nil where
  /// none is finite.
  public var lowest: Int? {
    steps.indices.dropFirst(unsettled).reduce(nil) { best, index in
      guard steps[index].smoothed.isFinite else { return best }
      guard let best else { return index }
      return steps[index].smoothed < steps[best].smoothed ? index : best
    }
  }

  /// The part of ``start`` by which the loss falls to its lowest; 0 where it does not.
  public var fall: Double {
    guard let lowest else { return 0 }
    let fall = (start - steps[lowest].smoothed) / start
    return fall.isFinite ? max(0, fall) : 0
  }

  /// The step around which the smoothed loss falls most, over a twentieth of the steps; nil where
  /// it never falls between the first tenth and its lowest.
  public var steepest: Int? {
    let reach = max(1, steps.count / 40)
    let first = max(reach, unsettled)
    guard let lowest, lowest - reach >= first else { return nil }
    var best: (index: Int, change: Double)?
    for index in first...(lowest - reach) {
      let change = steps[index + reach].smoothed - steps[index - reach].smoothed
      if change < best?.change ?? 0 { best = (index, change) }
    }
    return best?.index
  }
}
