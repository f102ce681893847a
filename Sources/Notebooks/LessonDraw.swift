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
  /// The first draw in which something was lost before another one was opened; nil for none.
  package private(set) var spoiled: Spoiled?

  /// A draw in which the student can't do everything themselves any more.
  package struct Spoiled: Equatable, Sendable {
    /// Its seed.
    package let seed: UInt64
    /// How many exercises and questions were lost by then.
    package let lost: Int
  }

  /// The first draw.
  package init(seed: UInt64) { self.seed = seed }

  /// It by another seed, with its own among the earlier ones.
  /// - Parameter lost: How many exercises and questions of it are lost by now.
  package func drawn(by seed: UInt64, lost: Int = 0) -> LessonDraw {
    var draw = LessonDraw(seed: seed)
    draw.spoiled =
      spoiled ?? (lost > 0 && seed != self.seed ? Spoiled(seed: self.seed, lost: lost) : nil)
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

// As text: a line `seed N`, behind it a line `before N` for each earlier one, and `lost K in N` for the
// first in which something was lost.
extension LessonDraw {
  /// It as lines, each with its end.
  package var text: String {
    "seed \(seed)\n" + earlier.map { "before \($0)\n" }.joined()
      + (spoiled.map { "lost \($0.lost) in \($0.seed)\n" } ?? "")
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
  package mutating func take(_ line: String) -> Bool {
    let words = line.split(separator: " ", omittingEmptySubsequences: false)
    if words.count == 4, words[0] == "lost", words[2] == "in" {
      guard spoiled == nil, let lost = Int(words[1]), lost > 0, let seed = UInt64(words[3]) else {
        return false
      }
      spoiled = Spoiled(seed: seed, lost: lost)
      return true
    }
    guard let seed = Self.number(behind: "before ", in: line) else { return false }
    enter(seed)
    return true
  }

  private static func number(behind word: String, in line: String) -> UInt64? {
    line.hasPrefix(word) ? UInt64(line.dropFirst(word.count)) : nil
  }
}
