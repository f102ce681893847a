/// One setting of a search with what came of it.
package struct SearchTrial: Equatable, Sendable {
  /// What a trial came to, a value for each of its trainings: for each repeat the folds in order.
  package struct Scores: Equatable, Sendable {
    /// On the examples that judge.
    package let judged: [Double]
    /// On those that the networks learned from.
    package let learned: [Double]

    /// Keeps what was measured.
    package init(judged: [Double], learned: [Double]) {
      self.judged = judged
      self.learned = learned
    }
  }

  /// What a trial had come to behind some of its epochs.
  package struct CurvePoint: Equatable, Sendable {
    /// How many epochs it had behind it.
    package let epoch: Int
    /// The mean over its trainings on the examples that judge.
    package let value: Double

    /// A point of a curve.
    package init(epoch: Int, value: Double) {
      self.epoch = epoch
      self.value = value
    }
  }

  /// How it ended.
  package enum State: Equatable, Sendable {
    /// All of its networks were trained and judged.
    case complete(Scores)
    /// It was given up for others that did better, after so many epochs, and what it had come to.
    case stopped(epochs: Int, Scores)
    /// It could not be built, trained or judged, and why.
    case failed(reason: String)
  }

  /// Its number in the study, from 1.
  package let number: Int
  /// What is different about it, in the order of the settings.
  package let changes: [Comparison.Change]
  /// How it ended.
  package let state: State
  /// What it came to on its way, the last point at its end; none where nobody looked before.
  package let curve: [CurvePoint]
  /// Why it was stopped; nil where it was not.
  package let stopReason: StopReason?

  /// Makes it of its parts.
  package init(
    number: Int, changes: [Comparison.Change], state: State, curve: [CurvePoint] = [],
    stopReason: StopReason? = nil
  ) {
    self.number = number
    self.changes = changes
    self.state = state
    self.curve = curve
    self.stopReason = stopReason
  }

  /// The setting as it is typed: "rate=0.1 units=8".
  package var label: String { changes.map { "\($0.name)=\($0.value)" }.joined(separator: " ") }

  /// What it came to; nil where it failed or was stopped.
  package var scores: Scores? {
    if case .complete(let scores) = state { scores } else { nil }
  }

  /// What it had come to when it was done or stopped; nil where it failed.
  package var measured: Scores? {
    switch state {
    case .complete(let scores), .stopped(_, let scores): scores
    case .failed: nil
    }
  }

  /// After how many epochs it was stopped; nil where it was not.
  package var stop: Int? {
    if case .stopped(let epochs, _) = state { epochs } else { nil }
  }

  /// Why it failed; nil where it did not.
  package var reason: String? {
    if case .failed(let reason) = state { reason } else { nil }
  }
}
