/// The boxes of flash cards, after Sebastian Leitner ("So lernt man lernen", 1972): a card that was known
/// moves to the next of five boxes, one that was not goes back to the first. The cards of box n come
/// again every 2^(n - 1) sittings; no clock has a part in it.
package struct CardBoxes: Equatable, Sendable {
  /// How many boxes there are.
  package static let count = 5
  /// The most cards that are kept; those that were not asked for the longest time leave first.
  static let mostCards = 5000

  /// Where a card is.
  struct CardPlace: Equatable, Sendable {
    /// The box, from 1.
    var box: Int
    /// The sitting in which it came there, or was last asked when it was due.
    var sitting: Int
  }

  /// How many sittings there were.
  package internal(set) var sittings = 0
  /// Where the cards are, by their keys.
  var places: [UInt64: CardPlace] = [:]

  /// Makes empty boxes.
  package init() {}

  /// Begins a sitting, and gives its number.
  package mutating func begin() -> Int {
    sittings = min(sittings + 1, Self.mostSittings)
    return sittings
  }

  /// The box of a card; nil for one that is in none.
  package func box(of key: UInt64) -> Int? { places[key]?.box }

  /// Whether a card that is in a box is to be asked in a sitting.
  package func isDue(_ key: UInt64, in sitting: Int) -> Bool {
    places[key].map { sitting >= $0.sitting + 1 << ($0.box - 1) } ?? false
  }

  /// Puts a card that is in no box into the first.
  package mutating func enter(_ key: UInt64) {
    guard places[key] == nil else { return }
    places[key] = CardPlace(box: 1, sitting: sittings)
    forgetOldest()
  }

  /// Moves a card that was asked. One that was known before it was due stays where it is.
  ///
  /// The sitting may have begun before these boxes did, whose file was removed: it counts in them too.
  package mutating func note(_ key: UInt64, isKnown: Bool, in sitting: Int) {
    sittings = max(sittings, min(sitting, Self.mostSittings))
    if !isKnown {
      places[key] = CardPlace(box: 1, sitting: sitting)
    } else if places[key] == nil || isDue(key, in: sitting) {
      places[key] = CardPlace(box: min((box(of: key) ?? 1) + 1, Self.count), sitting: sitting)
    }
    forgetOldest()
  }

  /// How many of some cards are in each box, from the first.
  package func counts(of keys: [UInt64]) -> [Int] {
    keys.reduce(into: Array(repeating: 0, count: Self.count)) { counts, key in
      if let box = box(of: key) { counts[box - 1] += 1 }
    }
  }

  private mutating func forgetOldest() {
    guard places.count > Self.mostCards else { return }
    let oldest = places.sorted { ($0.value.sitting, $0.key) < ($1.value.sitting, $1.key) }
    for (key, _) in oldest.prefix(places.count - Self.mostCards) { places[key] = nil }
  }
}

// As text.
extension CardBoxes {
  private static let heading = "Overfit cards 1"
  private static let mostSittings = 1_000_000_000

  /// They as text. In rules: the first lines are ``heading`` and `sittings N`; a line
  /// `box B since N card KEY` tells of a card, its key in hexadecimal digits.
  package var text: String {
    let lines = places.sorted { ($0.value.box, $0.key) < ($1.value.box, $1.key) }.map {
      "box \($0.value.box) since \($0.value.sitting) card \(String($0.key, radix: 16))\n"
    }
    return "\(Self.heading)\nsittings \(sittings)\n" + lines.joined()
  }

  /// Reads them; nil for a text that is none of theirs to its last line.
  package init?(_ bytes: [UInt8]) {
    guard bytes.last == UInt8(ascii: "\n"),
      let text = String(validating: bytes.dropLast(), as: UTF8.self)
    else { return nil }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    guard lines.popFirst() == Self.heading[...],
      let second = lines.popFirst()?.split(separator: " "),
      second.count == 2, second[0] == "sittings", let sittings = Int(second[1]),
      (0...Self.mostSittings).contains(sittings), lines.count <= Self.mostCards
    else { return nil }
    self.sittings = sittings
    for line in lines {
      let words = line.split(separator: " ", omittingEmptySubsequences: false)
      guard words.count == 6, words[0] == "box", words[2] == "since", words[4] == "card",
        let box = Int(words[1]), (1...Self.count).contains(box), let since = Int(words[3]),
        (0...sittings).contains(since), let key = UInt64(words[5], radix: 16)
      else { return nil }
      places[key] = CardPlace(box: box, sitting: since)
    }
  }
}
