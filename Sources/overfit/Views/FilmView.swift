internal import Charts
internal import Plots
internal import Session

/// Shows a film: a picture of each epoch, of which keys choose one, or which follow each other.
struct FilmView {
  /// The lines beside the picture: the title, the slider and the keys.
  private static let otherLines = 3
  /// How many pictures the page keys pass.
  private static let page = 10
  /// Milliseconds from one picture to the next while it plays.
  private static let pause: Int32 = 50
  private static let help = "left right: epochs · space plays · Home End · Esc leaves"

  private let film: Film
  private let transcript: (_ lines: Int) -> Transcript
  private var place = 0
  private var plays = false

  /// - Parameter transcript: How documents are drawn beside so many other lines of the screen.
  init(_ film: Film, transcript: @escaping (_ lines: Int) -> Transcript) {
    self.film = film
    self.transcript = transcript
  }

  /// Shows it until it is left.
  mutating func run() {
    guard !film.epochs.isEmpty, var keys = ViewKeys() else { return }
    defer { ViewScreen.leave() }
    var stopwatch = Stopwatch()
    draw()
    while true {
      let key = keys.next(within: plays ? Self.pause : -1)
      if key == .leave || key == .enter { return }
      if let key {
        if !take(key) { continue }
        stopwatch = Stopwatch()
      } else if plays {
        // What takes long to draw leaves some out.
        let passed = Int(stopwatch.seconds * 1000) / Int(Self.pause)
        guard passed > 0 else { continue }
        stopwatch = Stopwatch()
        go(to: place + passed)
        if place == film.epochs.count - 1 { plays = false }
      } else {
        continue
      }
      draw()
    }
  }

  /// Does what a key means; false where that changes nothing.
  private mutating func take(_ key: ViewKey) -> Bool {
    let last = film.epochs.count - 1
    let old = (place, plays)
    switch key {
    case .left: go(to: place - 1)
    case .right: go(to: place + 1)
    case .up, .pageUp: go(to: place - Self.page)
    case .down, .pageDown: go(to: place + Self.page)
    case .home: go(to: 0)
    case .end: go(to: last)
    case .space:
      if !plays, place == last { place = 0 }
      plays.toggle()
      return true
    case .redraw: return true
    case .enter, .leave: break
    }
    plays = false
    return old != (place, plays)
  }

  private mutating func go(to target: Int) {
    place = min(max(target, 0), film.epochs.count - 1)
  }

  private func draw() {
    let title = film.title(of: place)
    let picture = transcript(Self.otherLines - 1).lines(of: film.picture(of: place))
    let help = (plays ? "playing · " : "") + Self.help
    ViewScreen.draw(
      top: [title], picture: picture, bottom: [slider(ViewScreen.size.columns - 1), help])
  }

  /// "0 [======|-------------] 100"
  private func slider(_ width: Int) -> String {
    let (first, last) = (film.epochs.first ?? 0, film.epochs.last ?? 0)
    let (left, right) = ("\(first) [", "] \(last)")
    let room = max(width - left.count - right.count - 1, 1)
    let done = film.epochs.count > 1 ? place * room / (film.epochs.count - 1) : 0
    return left + String(repeating: "=", count: done) + "|"
      + String(repeating: "-", count: room - done) + right
  }
}
