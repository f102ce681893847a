internal import Session
internal import Synchronization
internal import TensorEngine
internal import Workbench

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
  /// Draws it where that is no terminal; nil where it is one.
  private let draw: (@Sendable (String) -> Void)?
  private let state = Mutex(State())

  private struct State {
    var stopwatch = Stopwatch()
    var nextDrawing = patience
    var isDrawn = false
    var spark = Spark()
    /// The best trial of a search so far, in words.
    var best: String?
    var reckoning = Reckoning()
  }

  /// - Parameter draw: Draws it in the place of the terminal, and takes it away by itself.
  init(isShown: Bool, bar: ProgressText.Bar, draw: (@Sendable (String) -> Void)? = nil) {
    self.isShown = isShown
    self.bar = bar
    self.draw = draw
  }

  /// Starts the clock of a command.
  func begin() {
    state.withLock { state in
      state = State(isDrawn: state.isDrawn, reckoning: state.reckoning)
      state.reckoning.begin()
    }
  }

  /// How many seconds some work takes on this machine, as the last trainings showed.
  func seconds(of plan: WorkPlan) -> Double {
    state.withLock { $0.reckoning.slowness } * plan.nominalSeconds
  }

  /// "about 3 min 20 s on this machine", or on an ordinary one as long as no training has shown how
  /// fast this one is.
  func time(of plan: WorkPlan) -> String {
    let machine = state.withLock { $0.reckoning.isMeasured } ? "this" : "an ordinary"
    return "about \(ProgressText.duration(seconds(of: plan))) on \(machine) machine"
  }

  /// Takes note of news, and draws them unless something else has the screen.
  func show(_ progress: Progress, draws: Bool = true) {
    guard isShown else { return }
    state.withLock { show(progress, draws: draws, &$0) }
  }

  /// Wipes the line out; after a Ctrl-C its echo, too, which may stand alone in the row.
  func erase(withEcho: Bool = false) {
    state.withLock { state in
      guard draw == nil, state.isDrawn || (withEcho && isShown) else { return }
      state.isDrawn = false
      StandardStream.error.send("\r\u{1B}[K")
    }
  }

  private func show(_ progress: Progress, draws: Bool, _ state: inout State) {
    if case .trial(let value, let best) = progress {
      state.spark.append(value)
      state.best = best
      return
    }
    let now = state.stopwatch.seconds
    state.reckoning.note(progress, at: now)
    if case .effort = progress { return }
    if case .epoch(_, _, let loss, _) = progress { state.spark.append(loss) }
    if case .trainings = progress, progress.done == 0 {
      // How much there is to do is said before it is begun, and how long soon after.
      state.nextDrawing = now
    }
    guard draws, now >= state.nextDrawing else { return }
    let expected = state.reckoning.expected
    let isAnnouncement = progress.done == 0 && (expected ?? 0) > 2 * ProgressLine.announcement
    state.nextDrawing = now + (isAnnouncement ? ProgressLine.announcement : ProgressLine.pause)
    let columns = draw == nil ? Terminal.columns(of: .error) ?? 80 : 80
    // Room for the ^C that the terminal echoes: it must not begin a new row.
    let text = ProgressText.line(
      progress, pace: state.reckoning.pace(of: progress, at: now), bar: bar, spark: state.spark,
      best: state.best, expected: expected,
      width: columns - 3)
    if let draw { draw(text) } else { StandardStream.error.send("\r\(text)\u{1B}[K") }
    state.isDrawn = true
  }
}
