internal import Plots
internal import Session
internal import Synchronization
internal import Workbench

/// Shows the knobs of a turn and what comes of them, and trains whenever one is turned.
struct TurnView {
  /// How many values the page keys pass.
  private static let page = 10

  private var knobs: TurnedKnobs
  private var shown: Turn.View?
  private let transcript: @Sendable (_ lines: Int) -> Transcript

  /// - Parameter transcript: How documents are drawn beside so many other lines of the screen.
  init(_ turn: Turn, transcript: @escaping @Sendable (_ lines: Int) -> Transcript) {
    knobs = TurnedKnobs(turn)
    self.transcript = transcript
  }

  /// Shows it until it is left.
  ///
  /// - Returns: The line that makes what was chosen the network in hand; nil where nothing is to be
  ///   kept.
  mutating func run() -> String? {
    guard var keys = ViewKeys() else { return nil }
    defer { ViewScreen.leave() }
    TurnPage(knobs: knobs, shown: nil, transcript: transcript).draw()
    while true {
      // Keys that are there already pass over what is on the way to the last of them.
      if knobs.view == nil, !keys.hasNews { train() }
      guard let key = keys.next() else { continue }
      switch key {
      case .leave: return nil
      case .enter:
        // What is known to come to nothing is no cell.
        if let view = knobs.view, view.score == nil { continue }
        return knobs.line
      case .left: knobs.turn(by: -1)
      case .right: knobs.turn(by: 1)
      case .up: knobs.select(by: -1)
      case .down: knobs.select(by: 1)
      case .pageUp: knobs.turn(by: -Self.page)
      case .pageDown: knobs.turn(by: Self.page)
      case .home: knobs.turn(by: -.max)
      case .end: knobs.turn(by: .max)
      case .space, .redraw: break
      }
      if knobs.view != nil || key == .redraw { draw() }
    }
  }

  /// Trains at the place of the knobs and draws what comes of it, unless a key comes first.
  private mutating func train() {
    let work = WorkAtKnobs(TurnPage(knobs: knobs, shown: shown, transcript: transcript))
    let control = RunControl(
      isInterrupted: { work.isPassedOver }, isGivenUp: { work.isPassedOver },
      report: { work.note($0) })
    guard let view = knobs.turn.view(at: knobs.places, control: control) else { return }
    knobs.keep(view)
    draw()
  }

  private mutating func draw() {
    shown = knobs.view ?? shown
    TurnPage(knobs: knobs, shown: shown, transcript: transcript).draw()
  }
}

/// A training behind a turn: says that it is at work where it lasts, and ends at the next key.
private final class WorkAtKnobs: Sendable {
  /// A training that is over by then shows nothing but what comes of it.
  private static let patience = 0.1
  private static let pause = 0.1
  /// The time between two looks for keys.
  private static let blink = 0.005

  private let page: TurnPage
  private let state = Mutex(State())

  private struct State {
    let stopwatch = Stopwatch()
    var nextLook = 0.0
    var nextDrawing = patience
    var isPassedOver = false
    var progress: Progress?
  }

  /// - Parameter page: What is on the screen meanwhile.
  init(_ page: TurnPage) { self.page = page }

  /// Takes note of how far it is.
  func note(_ progress: Progress) {
    state.withLock { state in
      if case .effort = progress { return }
      state.progress = progress
    }
  }

  /// Whether a key waits, or a signal; asked at every step.
  var isPassedOver: Bool {
    state.withLock { state in
      let now = state.stopwatch.seconds
      if now >= state.nextLook {
        state.nextLook = now + Self.blink
        if StandardInput.hasNews { state.isPassedOver = true }
      }
      if now >= state.nextDrawing {
        page.draw(working: text(state))
        state.nextDrawing = state.stopwatch.seconds + Self.pause
      }
      return state.isPassedOver
    }
  }

  private func text(_ state: State) -> String {
    let epochs = state.progress.map { "epoch \($0.done)" + ($0.total.map { "/\($0)" } ?? "") }
    return "at work: \(epochs ?? "epoch 0") · a key passes it over"
  }
}
