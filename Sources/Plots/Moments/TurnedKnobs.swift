import TerminalText

/// The knobs of a turn as they stand, and what was seen of them so far.
package struct TurnedKnobs: Sendable {
  /// So much is kept at hand of what was seen.
  private static let mostSeen = 400

  /// What is turned.
  package let turn: Turn
  /// The place of each knob among its values, from 0.
  package private(set) var places: [Int]
  /// The knob that keys turn, from 0.
  package private(set) var selected = 0
  private var views: [[Int]: Turn.View] = [:]
  /// The places that were seen, the first one first.
  private var seen: [[Int]] = []

  /// Begins with the first value of each knob.
  package init(_ turn: Turn) {
    self.turn = turn
    places = turn.knobs.map { _ in 0 }
  }

  /// What is seen here; nil where nothing has been yet.
  package var view: Turn.View? { views[places] }

  /// The line that makes it the network in hand.
  package var line: String { turn.line(at: places) }

  /// Turns the knob by so many values; it stops at its ends.
  package mutating func turn(by count: Int) {
    let last = turn.knobs[selected].values.count - 1
    places[selected] = min(max(places[selected] + min(max(count, -last), last), 0), last)
  }

  /// Takes another knob; it stops at the first and the last.
  package mutating func select(by count: Int) {
    selected = min(max(selected + count, 0), turn.knobs.count - 1)
  }

  /// Keeps what is seen here; the oldest is let go where there is much.
  package mutating func keep(_ view: Turn.View) {
    if views.updateValue(view, forKey: places) == nil { seen.append(places) }
    guard seen.count > Self.mostSeen else { return }
    views[seen.removeFirst()] = nil
  }

  /// "seen 7 of 256 · best so far: validation error 1.7% with l2=0.001 units=8"
  package var summary: String {
    let all = turn.knobs.reduce(1) { $0 * $1.values.count }
    let count = "seen \(seen.count) of \(all)"
    guard let best else { return count }
    let setting = zip(turn.knobs, best.places).map { "\($0.name)=\($0.values[$1])" }
    return "\(count) · best so far: \(best.view.judgement) with "
      + setting.joined(separator: " ")
  }

  /// What was seen first of what has the best score.
  private var best: (places: [Int], view: Turn.View)? {
    var best: (places: [Int], view: Turn.View)?
    for places in seen {
      guard let view = views[places], let score = view.score else { continue }
      if score < best?.view.score ?? .infinity { best = (places, view) }
    }
    return best
  }

  /// The knobs with their values, a line each, with the value of each in brackets and as many others
  /// around it as have room.
  package func lines(width: Int) -> [String] {
    let widest = turn.knobs.map(\.name.columns).max() ?? 0
    return turn.knobs.indices.map { index in
      let knob = turn.knobs[index]
      let name = knob.name + String(repeating: " ", count: widest - knob.name.columns)
      let start = (index == selected ? "> " : "  ") + name + "  "
      return start + Self.scale(knob.values, at: places[index], width: width - start.columns)
    }
  }

  /// "… 0.001 [0.003] 0.01 …"
  private static func scale(_ values: [String], at place: Int, width: Int) -> String {
    var (first, last) = (place, place)
    var used = values[place].columns + 2 + 4
    while true {
      let isLeft = first > 0 && (place - first <= last - place || last == values.count - 1)
      guard isLeft || last < values.count - 1 else { break }
      let next = values[isLeft ? first - 1 : last + 1].columns + 1
      guard used + next <= width else { break }
      used += next
      if isLeft { first -= 1 } else { last += 1 }
    }
    let shown = (first...last).map { $0 == place ? "[\(values[$0])]" : values[$0] }
    return
      ((first > 0 ? ["…"] : []) + shown + (last < values.count - 1 ? ["…"] : []))
      .joined(separator: " ")
  }
}
