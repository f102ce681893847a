internal import Session
internal import Workbench

/// How fast a command gets on, and how long a work that was announced takes on this machine.
struct Reckoning {
  /// How long the announced work takes on an ordinary machine.
  private var effort: Double?
  /// The work that the effort was announced for: the first that is told of after it.
  private var announced: String?
  /// How long this machine needs for a second of an ordinary one, as the last trainings showed.
  private(set) var slowness = 1.0
  /// Whether a training has shown that.
  private(set) var isMeasured = false
  private var start: Start?

  /// A piece of work, and where it stood when its clock began.
  private struct Start {
    let name: String
    let seconds: Double
    let done: Int
  }

  /// How many seconds the announced work takes; nil where other work was begun since.
  var expected: Double? { effort.map { $0 * slowness } }

  /// What was done of the work in hand since its clock began.
  func pace(of progress: Progress, at now: Double) -> ProgressText.Pace {
    guard let start else { return ProgressText.Pace(seconds: 0, done: 0) }
    return ProgressText.Pace(seconds: now - start.seconds, done: progress.done - start.done)
  }

  /// Forgets the work of the command before, but not what this machine is like.
  mutating func begin() {
    effort = nil
    announced = nil
    start = nil
  }

  /// Takes in what is told of the work, `now` seconds after the command began.
  mutating func note(_ progress: Progress, at now: Double) {
    if case .effort(let seconds) = progress {
      begin()
      effort = seconds
      return
    }
    let name = progress.name
    if start?.name != name {
      start = Start(name: name, seconds: now, done: progress.done)
      if announced != nil { effort = nil }
      announced = name
    }
    learn(from: progress, at: now)
  }

  /// Holds the time that some of the announced work took against what was reckoned.
  private mutating func learn(from progress: Progress, at now: Double) {
    guard let effort, let start, let total = progress.total, now - start.seconds >= 0.01,
      progress.done > start.done, total > start.done, effort > 0
    else { return }
    let share = Double(progress.done - start.done) / Double(total - start.done)
    slowness = (now - start.seconds) / (effort * share)
    isMeasured = true
  }
}
