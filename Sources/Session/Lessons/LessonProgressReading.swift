/// What was read of a text that tells how far a student is, line by line.
struct LessonProgressReading {
  /// No lesson has more cells.
  private static let mostCells = 1_000_000
  /// No step is answered more often.
  private static let mostGiven = 10_000

  private var done: Int
  private let of: Int
  private var place: String
  private var own: [Int: OwnCells] = [:]
  private var answers: [Int: StepRecord] = [:]
  private var said: [Int: String] = [:]
  private var notes: [Int: [String]] = [:]
  private var given: [Int: [String]] = [:]
  private var shown: Set<Int> = []
  private var reached = 0
  private var tried: OwnCells?
  private var lostLooks = 0

  init(done: Int, of: Int, place: String) {
    (self.done, self.of, self.place) = (done, of, place)
  }

  /// What has been read by now.
  func progress(digest: UInt64) -> LessonProgress {
    LessonProgress(
      digest: digest, done: done, of: of, place: place, own: own, answers: answers, said: said,
      notes: notes, given: given, shown: shown, reached: reached, tried: tried,
      lostLooks: lostLooks)
  }

  /// Reads a line, with the lines that belong to it; false for one that has no place here.
  mutating func read(_ line: JournalLine, _ lines: inout JournalLines) -> Bool {
    if let words = line.word(behind: "looked") {
      guard let count = Int(words), count > 0, lostLooks == 0 else { return false }
      lostLooks = count
    } else if let words = line.word(behind: "tries") {
      guard let count = Int(words), (1...Self.mostGiven).contains(count), given[done] == nil else {
        return false
      }
      given[done] = Array(repeating: "", count: count)
    } else if let words = line.word(behind: "reached") {
      guard let count = Int(words), count > done, count <= of, reached == 0 else { return false }
      reached = count
    } else if let words = line.word(behind: "shown") {
      guard let step = Int(words), step >= 0, step < of, shown.insert(step).inserted else {
        return false
      }
    } else if let words = line.word(behind: "gave") {
      guard let (step, line) = Self.said(words), step < of else { return false }
      given[step, default: []].append(line)
    } else if let words = line.word(behind: "wrote") {
      guard let (step, source) = Self.said(words), step <= of else { return false }
      notes[step, default: []].append(source)
    } else if let words = line.word(behind: "said") {
      guard let (step, text) = Self.said(words), said[step] == nil else { return false }
      said[step] = text
    } else if let words = line.word(behind: "answer") {
      guard let (step, record) = Self.answer(words), answers[step] == nil else { return false }
      answers[step] = record
    } else {
      return readCells(line, &lines)
    }
    return true
  }

  /// Reads a line behind which cells stand, and these.
  private mutating func readCells(_ line: JournalLine, _ lines: inout JournalLines) -> Bool {
    if let (step, made) = Self.cells(line.word(behind: "open"), &lines) {
      guard step == done, tried == nil else { return false }
      tried = made
    } else if let (step, made) = Self.cells(line.word(behind: "step"), &lines), own[step] == nil {
      own[step] = made
    } else if let (step, made) = Self.cells(line.word(behind: "tried"), &lines),
      let record = answers[step], record.tried == nil
    {
      answers[step]?.tried = made
    } else {
      return false
    }
    return true
  }

  /// Reads whole changes, of which the first begins with these words.
  mutating func readChanges(_ words: String, _ lines: inout JournalLines) {
    var words: String? = words
    while let first = words, let news = news(first, &lines) {
      take(news)
      words = lines.next()?.word(behind: "then")
    }
  }

  /// Reads what a change says; nil for one that is not whole.
  private func news(_ words: String, _ lines: inout JournalLines) -> LessonProgressReading? {
    guard words.hasPrefix("done "), let (done, of) = Self.numbers(String(words.dropFirst(5))),
      of == self.of, done <= of, let place = lines.next()?.word(behind: "at")
    else { return nil }
    var news = LessonProgressReading(done: done, of: of, place: place)
    while let line = lines.next() {
      if line.text == "= then" { return news }
      guard news.read(line, &lines) else { return nil }
    }
    return nil
  }

  private mutating func take(_ news: LessonProgressReading) {
    (done, place) = (news.done, news.place)
    (reached, tried, lostLooks) = (news.reached, news.tried, news.lostLooks)
    own.merge(news.own) { $1 }
    answers.merge(news.answers) { $1 }
    said.merge(news.said) { $1 }
    notes.merge(news.notes) { $0 + $1 }
    given.merge(news.given) { $0 + $1 }
    shown.formUnion(news.shown)
  }

  /// "12 b"
  private static func said(_ words: String) -> (step: Int, text: String)? {
    let parts = words.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let step = Int(parts[0]), step >= 0 else { return nil }
    return (step, JournalText.unescaped(String(parts[1])))
  }

  /// "12 of 20 cells", and what stands behind it.
  private static func cells(
    _ words: String?, _ lines: inout JournalLines
  ) -> (step: Int, made: OwnCells)? {
    guard let words, words.hasSuffix(" cells"),
      let (step, cells) = numbers(String(words.dropLast(6))), cells <= mostCells
    else { return nil }
    guard let change = JournalText.change(ofCells: cells, &lines) else { return nil }
    return (step, OwnCells(kept: change.kept, cells: change.cells))
  }

  /// "12 tries 3 b"
  private static func answer(_ words: String) -> (step: Int, record: StepRecord)? {
    let parts = words.split(separator: " ", maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count > 2, parts[1] == "tries", let step = Int(parts[0]), step >= 0,
      let tries = Int(parts[2]), tries > 0
    else { return nil }
    return (step, StepRecord(tries: tries, line: parts.count > 3 ? String(parts[3]) : ""))
  }

  /// "3 of 7"
  static func numbers(_ text: String) -> (Int, Int)? {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 3, words[1] == "of", let first = Int(words[0]), let second = Int(words[2]),
      first >= 0, second >= 0
    else { return nil }
    return (first, second)
  }
}
