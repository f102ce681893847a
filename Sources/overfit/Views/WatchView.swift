internal import Charts
internal import Session
internal import Synchronization
internal import Workbench

/// The picture of a training under way, drawn over itself, with the progress line above it. A
/// training that is soon over shows nothing.
final class WatchView: Sendable {
  /// A training that is over by then is not shown.
  private static let patience = 0.2
  /// The shortest time from one picture to the next: 20 a second.
  private static let pause = 0.05
  /// A picture that took so long to make is shown for so many times as long: a twentieth of the
  /// time goes into pictures at the most.
  private static let share = 19.0

  private let bar: ProgressText.Bar
  private let transcript: @Sendable () -> Transcript
  private let state = Mutex(State())

  private struct State {
    var stopwatch = Stopwatch()
    var nextDrawing = patience
    /// When the picture that is being made was asked for.
    var asked = 0.0
    var progress: Progress?
    var reckoning = Reckoning()
    var isShown = false
  }

  /// - Parameter transcript: How documents are drawn on the screen as it is just now.
  init(bar: ProgressText.Bar, transcript: @escaping @Sendable () -> Transcript) {
    self.bar = bar
    self.transcript = transcript
  }

  /// Whether a picture is on the screen.
  var isShown: Bool { state.withLock { $0.isShown } }

  /// Who looks at a training.
  ///
  /// - Parameter begin: Called before the first picture.
  func watcher(begin: @escaping @Sendable () -> Void) -> TrainingWatcher {
    TrainingWatcher(
      isDue: { self.isDue },
      show: { document in
        begin()
        self.show(document)
      })
  }

  /// Takes note of how far the training is.
  func note(_ progress: Progress) {
    state.withLock { state in
      state.reckoning.note(progress, at: state.stopwatch.seconds)
      if case .effort = progress { return }
      state.progress = progress
    }
  }

  /// Leaves the screen.
  func end() {
    state.withLock { state in
      if state.isShown { ViewScreen.leave() }
      state.isShown = false
    }
  }

  private var isDue: Bool {
    state.withLock { state in
      let now = state.stopwatch.seconds
      guard now >= state.nextDrawing else { return false }
      state.asked = now
      return true
    }
  }

  private func show(_ document: Document) {
    let lines = transcript().lines(of: document)
    state.withLock { state in
      state.isShown = true
      ViewScreen.draw(top: [header(state)], picture: lines)
      let now = state.stopwatch.seconds
      state.nextDrawing = max(state.asked + Self.pause, now + Self.share * (now - state.asked))
    }
  }

  private func header(_ state: State) -> String {
    guard let progress = state.progress else { return "epoch 1" }
    let now = state.stopwatch.seconds
    return ProgressText.line(
      progress, pace: state.reckoning.pace(of: progress, at: now), bar: bar,
      width: ViewScreen.size.columns - 1)
  }
}
