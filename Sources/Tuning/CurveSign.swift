package import Networks

/// What the curves of a training show beyond where they end.
///
/// Every rule is one of thumb of ours, and each case carries the numbers that triggered it. "At the
/// end" is the mean over the last twentieth of the epochs, `over` of them, so that one lucky epoch
/// does not count.
package enum CurveSign: Sendable, Equatable {
  /// The training loss at the end is more than half as large again as that of the first epoch.
  case diverging(first: Double, last: Double, over: Int)
  /// The training loss jumps: in the second half it rises in at least 30% of the epochs, by more
  /// than a tenth of itself on average from epoch to epoch, and has got no lower (by a tenth)
  /// between the two parts of that half.
  case jumping(rises: Int, epochs: Int, meanJump: Double)
  /// The training loss fell in nine of ten epochs, and yet by less than a twentieth in all.
  case crawling(first: Double, last: Double, epochs: Int)
  /// In the last quarter the training loss still fell by more than a twentieth.
  case unfinished(from: Double, to: Double, epochs: Int, over: Int)
  /// The validation loss, without penalty, was least at this epoch and at the end more than a tenth
  /// above that, while the training loss went on falling; at least a tenth of the epochs, and 5,
  /// lie between.
  case overfitting(epoch: Int, least: Double, last: Double, over: Int)

  /// Whether going on like this makes the network worse.
  package var isGettingWorse: Bool {
    switch self {
    case .diverging, .overfitting: true
    case .jumping, .crawling, .unfinished: false
    }
  }

  /// Whether the weights in hand are those from before it got worse, as early stopping leaves them.
  ///
  /// - Parameter validationLoss: That of the weights in hand, without penalty; nil where it is not
  ///   known.
  package func isUndone(by validationLoss: Double?) -> Bool {
    guard case .overfitting(_, let least, _, _) = self, let validationLoss else { return false }
    return (validationLoss - least).magnitude <= 1e-9 * least
  }

  /// The signs of some epochs, in the order of the cases; at most one of the first four, nothing
  /// beside a divergence, and no call for more epochs of a network that overfits. None for fewer
  /// than 8 epochs.
  package static func signs(of records: [EpochRecord]) -> [CurveSign] {
    guard records.count >= 8 else { return [] }
    let losses = records.map(\.loss)
    if let diverging = diverging(losses) { return [diverging] }
    let overfitting = overfitting(records)
    let sign =
      jumping(losses) ?? crawling(losses)
      ?? (overfitting == nil ? unfinished(losses) : nil)
    return [sign, overfitting].compactMap(\.self)
  }

  private static func endCount(_ epochs: Int) -> Int { max(1, epochs / 20) }

  private static func end(_ values: [Double]) -> Double {
    Spread(Array(values.suffix(endCount(values.count)))).mean
  }

  private static func diverging(_ losses: [Double]) -> CurveSign? {
    let last = end(losses)
    return last > losses[0] * 1.5 || !last.isFinite
      ? .diverging(first: losses[0], last: last, over: endCount(losses.count)) : nil
  }

  private static func jumping(_ losses: [Double]) -> CurveSign? {
    let half = Array(losses.suffix(losses.count / 2))
    let steps = zip(half.dropFirst(), half).map { $0 - $1 }
    let rises = steps.count { $0 > 0 }
    let level = Spread(half).mean
    let jump = Spread(steps.map(\.magnitude)).mean
    let earlier = Spread(Array(half.prefix(half.count / 2))).mean
    let later = Spread(Array(half.suffix(half.count / 2))).mean
    guard rises * 10 >= steps.count * 3, jump > level / 10, later > earlier * 0.9 else {
      return nil
    }
    return .jumping(rises: rises, epochs: steps.count, meanJump: jump / level)
  }

  private static func crawling(_ losses: [Double]) -> CurveSign? {
    let falls = zip(losses.dropFirst(), losses).count { $0 < $1 }
    let last = losses[losses.count - 1]
    guard falls * 10 >= (losses.count - 1) * 9, last > losses[0] * 0.95 else { return nil }
    return .crawling(first: losses[0], last: last, epochs: losses.count)
  }

  private static func unfinished(_ losses: [Double]) -> CurveSign? {
    let quarter = losses.count / 4
    let start = losses.count - quarter
    let from = Spread(Array(losses[(start - max(1, quarter / 4))..<start])).mean
    let to = end(losses)
    return to < from * 0.95
      ? .unfinished(from: from, to: to, epochs: quarter, over: endCount(losses.count)) : nil
  }

  private static func overfitting(_ records: [EpochRecord]) -> CurveSign? {
    let losses = records.compactMap(\.validationDataLoss)
    guard losses.count == records.count,
      let best = losses.indices.min(by: { losses[$0] < losses[$1] })
    else { return nil }
    let last = end(losses)
    let since = records.count - 1 - best
    guard since >= max(5, records.count / 10), last > losses[best] * 1.1,
      end(records.map(\.dataLoss)) < records[best].dataLoss
    else { return nil }
    return .overfitting(
      epoch: records[best].epoch, least: losses[best], last: last, over: endCount(losses.count))
  }
}
