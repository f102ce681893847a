/// Gives a trial up whose best value so far is worse than the median of what the trials before had
/// after as many epochs.
///
/// It is asked behind each epoch but the last, of trials that were trained to their end alone, once
/// there are five of them. Whom it asks is fixed before a round of trials begins, so it never
/// depends on which of them is the first to be done.
///
/// Source: Golovin, Solnik, Moitra, Kochanski, Karro and Sculley, "Google Vizier", 2017, section
/// 3.2, with the choices of Optuna 5.0 (`MedianPruner`), whose numbers these are.
package struct MedianRule: Sendable {
  /// How many trials must have been trained to their end before it is asked.
  package static let startCount = 5

  private let curves: [[SearchTrial.CurvePoint]]
  private let isLessBetter: Bool

  /// The rule of some trials, of which those count that were trained to their end, epoch by epoch.
  package init(of trials: [SearchTrial], isLessBetter: Bool) {
    curves = trials.filter { $0.scores != nil && !$0.curve.isEmpty }.map(\.curve)
    self.isLessBetter = isLessBetter
  }

  /// Why a trial with such a curve is given up behind its last point; nil where it goes on.
  package func reason(toStop curve: [SearchTrial.CurvePoint]) -> StopReason? {
    guard let last = curve.last, curves.count >= Self.startCount else { return nil }
    let values = curves.compactMap { other in
      other.first { $0.epoch == last.epoch }?.value
    }.filter(\.isFinite).sorted()
    guard !values.isEmpty else { return nil }
    let median = 0.5 * (values[(values.count - 1) / 2] + values[values.count / 2])
    let own = curve.map(\.value).filter(\.isFinite)
    guard let best = isLessBetter ? own.min() : own.max() else { return nil }
    guard isLessBetter ? best > median : best < median else { return nil }
    return .median(best: best, median: median, trials: values.count)
  }
}
