/// How far a student is in a lesson, as text. In rules:
///
/// 1. The first lines are ``heading``, `digest N` (of the lesson's content), `done N of M` (steps) and
///    `at PLACE`, in words.
/// 2. `step N of K cells` begins what the student made of step N, counted from 0, where the lesson had K
///    cells: a change of a journal (`JournalText`).
/// 3. `said N TEXT` before these is what the student has predicted at step N.
package struct LessonProgress: Equatable, Sendable {
  private static let heading = "Overfit lesson 1"
  /// No lesson has more cells.
  private static let mostCells = 100_000

  /// Tells the content of the lesson from another one.
  package let digest: UInt64
  /// How many steps are done.
  package let done: Int
  /// How many steps there are.
  package let of: Int
  /// Where that is, in words: "cell 20 of 45 · Too clever".
  package let place: String
  /// What the student made of steps, by the step's index.
  let own: [Int: OwnCells]
  /// What the student has predicted, by the step's index.
  let said: [Int: String]

  /// Whether nothing of the lesson is left.
  package var isAtEnd: Bool { done == of }

  init(
    digest: UInt64, done: Int, of: Int, place: String, own: [Int: OwnCells], said: [Int: String]
  ) {
    (self.digest, self.done, self.of, self.place) = (digest, done, of, place)
    (self.own, self.said) = (own, said)
  }

  /// Reads it; nil for a text that is none.
  package init?(_ bytes: [UInt8]) {
    var lines = JournalLines(bytes)
    guard lines.next()?.text == Self.heading,
      let digest = lines.next()?.word(behind: "digest").flatMap({ UInt64($0) }),
      let (done, of) = lines.next()?.word(behind: "done").flatMap(Self.numbers), done <= of,
      let place = lines.next()?.word(behind: "at")
    else { return nil }
    var own: [Int: OwnCells] = [:]
    var said: [Int: String] = [:]
    while let line = lines.next() {
      if let words = line.word(behind: "said") {
        let parts = words.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, let step = Int(parts[0]) else { return nil }
        said[step] = JournalText.unescaped(String(parts[1]))
        continue
      }
      guard let words = line.word(behind: "step"), words.hasSuffix(" cells"),
        let (step, cells) = Self.numbers(String(words.dropLast(6))), cells <= Self.mostCells
      else { return nil }
      // Cells that it keeps stand as empty ones: no cell of a student's is.
      var record = SessionRecord(seed: 0)
      record.cells = Array(repeating: RecordedCell(""), count: cells)
      guard let changed = JournalText.change(of: record, &lines) else { return nil }
      let kept = changed.cells.prefix { $0.source.isEmpty }.count
      own[step] = OwnCells(kept: kept, cells: Array(changed.cells[kept...]))
    }
    self.init(digest: digest, done: done, of: of, place: place, own: own, said: said)
  }

  /// It as text.
  package var text: String {
    var text = "\(Self.heading)\ndigest \(digest)\ndone \(done) of \(of)\nat \(place)\n"
    for (step, words) in said.sorted(by: { $0.key < $1.key }) {
      text += "said \(step) \(JournalText.escaped(words))\n"
    }
    for (step, made) in own.sorted(by: { $0.key < $1.key }) {
      let kept = Array(repeating: RecordedCell(""), count: made.kept)
      var (old, new) = (SessionRecord(seed: 0), SessionRecord(seed: 0))
      (old.cells, new.cells) = (kept, kept + made.cells)
      text += "step \(step) of \(made.kept) cells\n" + JournalText.change(from: old, to: new)
    }
    return text
  }

  /// "3 of 7"
  private static func numbers(_ text: String) -> (Int, Int)? {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 3, words[1] == "of", let first = Int(words[0]), let second = Int(words[2]),
      first >= 0, second >= 0
    else { return nil }
    return (first, second)
  }
}
