/// What a student's lessons are drawn by, and what they were drawn by before: who looks at other draws, to
/// find an easy one, leaves a trace.
package struct LessonDraw: Equatable, Sendable {
  /// No more seeds are remembered.
  private static let mostEarlier = 1000
  /// No more seeds are named on a line.
  private static let mostShown = 8

  /// The seed.
  package let seed: UInt64
  /// The seeds before it, each once, the one that was left last at the end.
  package private(set) var earlier: [UInt64] = []

  /// The first draw.
  package init(seed: UInt64) { self.seed = seed }

  /// It by another seed, with its own among the earlier ones.
  package func drawn(by seed: UInt64) -> LessonDraw {
    var draw = LessonDraw(seed: seed)
    for one in earlier + [self.seed] { draw.enter(one) }
    return draw
  }

  private mutating func enter(_ seed: UInt64) {
    guard earlier.count < Self.mostEarlier, seed != self.seed, !earlier.contains(seed) else {
      return
    }
    earlier.append(seed)
  }

  /// "drawn by seed 7, and before that by 3 and 5"
  package var words: String {
    guard let last = earlier.last else { return "drawn by seed \(seed)" }
    let more = earlier.count - Self.mostShown
    let shown = earlier.prefix(Self.mostShown).map(String.init)
    let named =
      more > 0
      ? shown.joined(separator: ", ") + " and \(more) more"
      : ([shown.dropLast().joined(separator: ", ")].filter { !$0.isEmpty } + ["\(last)"])
        .joined(separator: " and ")
    return "drawn by seed \(seed), and before that by \(named)"
  }
}

// As text: a line `seed N`, and behind it a line `before N` for each earlier one.
extension LessonDraw {
  /// It as lines, each with its end.
  package var text: String {
    "seed \(seed)\n" + earlier.map { "before \($0)\n" }.joined()
  }

  /// Reads it.
  package init?(_ text: String) {
    let lines = text.split(separator: "\n").map(String.init)
    guard let first = lines.first, let seed = Self.number(behind: "seed ", in: first) else {
      return nil
    }
    self.init(seed: seed)
    for line in lines.dropFirst() {
      guard take(line) else { return nil }
    }
  }

  /// Takes up a line behind the first one; false for one that says nothing of a draw.
  mutating func take(_ line: String) -> Bool {
    guard let seed = Self.number(behind: "before ", in: line) else { return false }
    enter(seed)
    return true
  }

  private static func number(behind word: String, in line: String) -> UInt64? {
    line.hasPrefix(word) ? UInt64(line.dropFirst(word.count)) : nil
  }
}
