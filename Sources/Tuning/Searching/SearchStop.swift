/// How a search gives trials up early: `stop=median`.
package enum SearchStop: String, CaseIterable, Sendable {
  /// Never; one that did worse than the median of those before; all but the best third, again and
  /// again.
  case never, median, halving
}

/// Why a trial was given up.
package enum StopReason: Equatable, Sendable {
  /// Its best value so far was worse than the median that so many trials had after as many epochs.
  case median(best: Double, median: Double, trials: Int)
  /// Its rank among so many that had come as far, of which only some went on.
  case rank(Int, of: Int, goingOn: Int)
}
