/// The line under the prompt that shows how far a long command is: drawn over itself, at most ten
/// times a second, and gone before the result comes. It goes to standard error, and nowhere when
/// that is not a terminal.
final class ProgressLine {
  /// A command that is done by then stays silent.
  private static let patience = 0.2
  private static let pause = 0.1

  private let isShown: Bool
  private let bar: ProgressText.Bar
  private var stopwatch = Stopwatch()
  private var nextDrawing = patience
  private var isDrawn = false
  private var current: Start?

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
    stopwatch = Stopwatch()
    nextDrawing = ProgressLine.patience
    current = nil
  }

  func show(_ progress: Progress) {
    guard isShown else { return }
    let now = stopwatch.seconds
    if current == nil { current = start(of: progress, at: 0) }
    guard now >= nextDrawing else { return }
    nextDrawing = now + ProgressLine.pause
    if current?.name != ProgressText.name(progress) { current = start(of: progress, at: now) }
    guard let current else { return }

    let pace = ProgressText.Pace(
      seconds: now - current.seconds, done: progress.done - current.done)
    let columns = Terminal.columns(of: .error) ?? 80
    // Room for the ^C that the terminal echoes: it must not begin a new row.
    let text = ProgressText.line(progress, pace: pace, bar: bar, width: columns - 3)
    StandardStream.error.send("\r\(text)\u{1B}[K")
    isDrawn = true
  }

  private func start(of progress: Progress, at seconds: Double) -> Start {
    Start(name: ProgressText.name(progress), seconds: seconds, done: progress.done)
  }

  func erase() {
    guard isDrawn else { return }
    isDrawn = false
    StandardStream.error.send("\r\u{1B}[K")
  }
}
