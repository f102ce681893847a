import Charts
import Synchronization
import Tuning
import Workbench

/// What is told of a search while it runs, to a progress line alone: no result knows of it.
final class SearchNews: Sendable {
  private let criterion: Criterion
  private let control: RunControl
  private let best = Mutex<Double?>(nil)

  init(_ criterion: Criterion, _ control: RunControl) {
    self.criterion = criterion
    self.control = control
  }

  /// Tells of a trial that is done, from any thread.
  func tell(_ values: [Double]) {
    let value = Spread(values).mean
    guard value.isFinite, !values.isEmpty else { return }
    let best = best.withLock { best in
      let known = best ?? value
      let found = criterion.isLessBetter ? min(known, value) : max(known, value)
      best = found
      return found
    }
    let text =
      criterion.isShare ? NumberText.percent(best) : NumberText.significant(best, digits: 4)
    control.report(.trial(value, best: "best \(criterion.title) \(text)"))
  }
}
