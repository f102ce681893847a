internal import Synchronization

/// The line under the prompt that shows how far a long command is: drawn over itself, at most ten
/// times a second, and gone before the result comes. It goes to standard error, and nowhere when
/// that is not a terminal. News may come from several threads at once.
final class ProgressLine: Sendable {
  /// A command that is done by then stays silent.
  private static let patience = 0.2
  private static let pause = 0.1
  /// What is to come stays readable for so long, if it takes longer than that.
  private static let announcement = 1.0

  private let isShown: Bool
  private let bar: ProgressText.Bar
  private let state = Mutex(State())

  private struct State {
    var stopwatch = Stopwatch()
    var nextDrawing = patience
    var isDrawn = false
    var current: Start?
    var spark = Spark()
    /// How long the work takes on an ordinary machine.
    var effort: Double?
    /// How long this machine needs for a second of an ordinary one, as the last trainings showed.
    var slowness = 1.0
  }

  /// A piece of work, and where it stood when its clock began.
  private struct Start {
    let name: String
    let seconds: Double
    let done: Int64
  }

  init(isShown: Bool, bar: ProgressText.Bar) {
    self.isShown = isShown
    self.bar = bar
  }

  /// Starts the clock of a command.
  func begin() {
    state.withLock { $0 = State(isDrawn: $0.isDrawn, slowness: $0.slowness) }
  }

  func show(_ progress: Progress) {
    guard isShown else { return }
    state.withLock { show(progress, &$0) }
  }

  /// Wipes the line out; after a Ctrl-C its echo, too, which may stand alone in the row.
  func erase(withEcho: Bool = false) {
    state.withLock { state in
      guard state.isDrawn || (withEcho && isShown) else { return }
      state.isDrawn = false
      StandardStream.error.send("\r\u{1B}[K")
    }
  }

  private func show(_ progress: Progress, _ state: inout State) {
    let now = state.stopwatch.seconds
    if case .effort(let seconds) = progress.work {
      state.effort = seconds
      state.current = nil
      return
    }
    if case .epochs(let loss, _) = progress.work { state.spark.append(loss) }
    if case .networks = progress.work, progress.done == 0 {
      // How much there is to do is said before it is begun, and how long soon after.
      state.nextDrawing = now
    }
    if state.current == nil { state.current = start(of: progress, at: now) }
    learn(from: progress, at: now, &state)
    guard now >= state.nextDrawing else { return }
    let expected = state.effort.map { $0 * state.slowness }
    let isAnnouncement = progress.done == 0 && (expected ?? 0) > 2 * ProgressLine.announcement
    state.nextDrawing = now + (isAnnouncement ? ProgressLine.announcement : ProgressLine.pause)
    if state.current?.name != ProgressText.name(progress) {
      state.current = start(of: progress, at: now)
    }
    guard let current = state.current else { return }
    let pace = ProgressText.Pace(
      seconds: now - current.seconds, done: progress.done - current.done)
    let columns = Terminal.columns(of: .error) ?? 80
    // Room for the ^C that the terminal echoes: it must not begin a new row.
    let text = ProgressText.line(
      progress, pace: pace, bar: bar, spark: state.spark, expected: expected,
      width: columns - 3)
    StandardStream.error.send("\r\(text)\u{1B}[K")
    state.isDrawn = true
  }

  /// Holds the time that some of the work took against what was reckoned.
  private func learn(from progress: Progress, at now: Double, _ state: inout State) {
    guard let effort = state.effort, let start = state.current, let total = progress.total,
      now - start.seconds >= 0.01, progress.done > start.done, total > start.done, effort > 0
    else { return }
    let share = Double(progress.done - start.done) / Double(total - start.done)
    state.slowness = (now - start.seconds) / (effort * share)
  }

  private func start(of progress: Progress, at seconds: Double) -> Start {
    Start(name: ProgressText.name(progress), seconds: seconds, done: progress.done)
  }
}
