/// How far a student is in a lesson, as text. In rules:
///
/// 1. The first lines are ``heading``, `digest N` (of the lesson's content), `done N of M` (steps) and
///    `at PLACE`, in words.
/// 2. `step N of K cells` begins what the student made of step N, counted from 0, where the lesson had K
///    cells: a change of a journal (`JournalText`).
/// 3. `answer N tries T LINE` tells how the student went on behind step N, at which something is asked:
///    by LINE, nothing for the return key alone, after T answers. `tried N of K cells` begins what they
///    had tried by then and the lesson did not go on from.
/// 4. `said N TEXT`, before all of these, is what the student has predicted at step N.
/// 5. `open N of K cells`, after all of these, begins what the student has tried at step N, which comes
///    next and at which something is to be done, or behind the last one. `looked N`, behind `at PLACE`,
///    says how many looks at the test split are in no cell any more.
/// 6. `wrote N SOURCE`, behind `said`, is a note that the student has written before step N, or at the
///    end, in the order in which they were written.
/// 7. `reached N`, behind `looked`, says how far the student has been who went back. `shown N` names a step
///    whose answer or solution was shown; `gave N LINE` is what was tried at step N and was not right, in
///    its order. What is said of steps stands there also where they are to come once more.
/// 8. No step is named twice by other lines than `wrote` and `gave`. `tries T` is read for T lines `gave`
///    of the step that comes next, which are not known.
package struct LessonProgress: Equatable, Sendable {
  private static let heading = "Overfit lesson 1"
  /// No lesson has more cells.
  private static let mostCells = 10_000
  /// No step is answered more often.
  private static let mostGiven = 10_000

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
  /// How the student went on behind steps that ask, by the step's index.
  let answers: [Int: StepRecord]
  /// What the student has predicted, by the step's index.
  let said: [Int: String]
  /// The notes that the student has written before steps, by the step's index.
  let notes: [Int: [String]]
  /// What was tried at steps and was not right, by the step's index.
  let given: [Int: [String]]
  /// The steps whose answer or solution was shown.
  let shown: Set<Int>
  /// The furthest step that has ever come next.
  package let reached: Int
  /// What the student has tried at the step that comes next, or at the end; nil for nothing.
  let tried: OwnCells?
  /// How many looks at the test split are in no cell any more.
  let lostLooks: Int

  /// Whether nothing of the lesson is left.
  package var isAtEnd: Bool { done == of }
  /// Whether nothing of it was left once.
  package var wasAtEnd: Bool { reached == of }
  /// How many answers to the step that comes next were wrong.
  var tries: Int { given[done]?.count ?? 0 }

  init(
    digest: UInt64, done: Int, of: Int, place: String, own: [Int: OwnCells],
    answers: [Int: StepRecord] = [:], said: [Int: String] = [:], notes: [Int: [String]] = [:],
    given: [Int: [String]] = [:], shown: Set<Int> = [], reached: Int = 0,
    tried: OwnCells? = nil, lostLooks: Int = 0
  ) {
    (self.digest, self.done, self.of, self.place) = (digest, done, of, place)
    (self.own, self.answers, self.said, self.notes) = (own, answers, said, notes)
    (self.given, self.shown, self.reached) = (given, shown, max(reached, done))
    (self.tried, self.lostLooks) = (tried, lostLooks)
  }

  /// It with what was tried, shown, answered and solved in the same lesson beside it, at another terminal:
  /// nothing that is right there is lost, and what was answered there came before whatever was tried and
  /// shown here.
  package func withTries(of other: LessonProgress?) -> LessonProgress {
    guard let other, other.digest == digest else { return self }
    let answered = other.answers.keys.filter { step in
      other.answers[step]?.isAnswer == true && !other.shown.contains(step)
    }
    let given = given.filter { !answered.contains($0.key) }.merging(other.given) { own, others in
      own + others.filter { !own.contains($0) }
    }
    let own = own.merging(other.own) { mine, _ in mine }
    let answers = answers.merging(other.answers) { mine, others in
      mine.isAnswer || !others.isAnswer ? mine : others
    }
    return LessonProgress(
      digest: digest, done: done, of: of, place: place, own: own, answers: answers, said: said,
      notes: notes, given: given, shown: shown.subtracting(answered).union(other.shown),
      reached: max(reached, other.reached), tried: tried, lostLooks: lostLooks)
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
    var answers: [Int: StepRecord] = [:]
    var said: [Int: String] = [:]
    var notes: [Int: [String]] = [:]
    var given: [Int: [String]] = [:]
    var shown: Set<Int> = []
    var reached = 0
    var tried: OwnCells?
    var lostLooks = 0
    while let line = lines.next() {
      if let words = line.word(behind: "looked") {
        guard let count = Int(words), count > 0, lostLooks == 0 else { return nil }
        lostLooks = count
      } else if let words = line.word(behind: "tries") {
        guard let count = Int(words), (1...Self.mostGiven).contains(count), given[done] == nil
        else {
          return nil
        }
        given[done] = Array(repeating: "", count: count)
      } else if let words = line.word(behind: "reached") {
        guard let count = Int(words), count > done, count <= of, reached == 0 else { return nil }
        reached = count
      } else if let words = line.word(behind: "shown") {
        guard let step = Int(words), step >= 0, step < of, shown.insert(step).inserted else {
          return nil
        }
      } else if let words = line.word(behind: "gave") {
        guard let (step, line) = Self.said(words), step < of else { return nil }
        given[step, default: []].append(line)
      } else if let words = line.word(behind: "wrote") {
        guard let (step, source) = Self.said(words), step <= of else { return nil }
        notes[step, default: []].append(source)
      } else if let (step, made) = Self.cells(line.word(behind: "open"), &lines) {
        guard step == done, tried == nil else { return nil }
        tried = made
      } else if let words = line.word(behind: "said") {
        guard let (step, text) = Self.said(words), said[step] == nil else { return nil }
        said[step] = text
      } else if let words = line.word(behind: "answer") {
        guard let (step, record) = Self.answer(words), answers[step] == nil else { return nil }
        answers[step] = record
      } else if let (step, made) = Self.cells(line.word(behind: "step"), &lines),
        own[step] == nil
      {
        own[step] = made
      } else if let (step, made) = Self.cells(line.word(behind: "tried"), &lines),
        let record = answers[step], record.tried == nil
      {
        answers[step]?.tried = made
      } else {
        return nil
      }
    }
    self.init(
      digest: digest, done: done, of: of, place: place, own: own, answers: answers, said: said,
      notes: notes, given: given, shown: shown, reached: reached, tried: tried,
      lostLooks: lostLooks)
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

  /// It as text.
  package var text: String {
    var text = "\(Self.heading)\ndigest \(digest)\ndone \(done) of \(of)\nat \(place)\n"
    if lostLooks > 0 { text += "looked \(lostLooks)\n" }
    if reached > done { text += "reached \(reached)\n" }
    for step in shown.sorted() { text += "shown \(step)\n" }
    for (step, lines) in given.sorted(by: { $0.key < $1.key }) {
      for line in lines { text += "gave \(step) \(JournalText.escaped(line))\n" }
    }
    for (step, words) in said.sorted(by: { $0.key < $1.key }) {
      text += "said \(step) \(JournalText.escaped(words))\n"
    }
    for (step, sources) in notes.sorted(by: { $0.key < $1.key }) {
      for source in sources { text += "wrote \(step) \(JournalText.escaped(source))\n" }
    }
    for (step, made) in own.sorted(by: { $0.key < $1.key }) {
      text += "step \(step)" + Self.text(of: made)
    }
    for (step, record) in answers.sorted(by: { $0.key < $1.key }) {
      let line = record.line.split(whereSeparator: \.isNewline).joined(separator: " ")
      text += "answer \(step) tries \(record.tries)\(line.isEmpty ? "" : " \(line)")\n"
      if let tried = record.tried { text += "tried \(step)" + Self.text(of: tried) }
    }
    if let tried { text += "open \(done)" + Self.text(of: tried) }
    return text
  }

  private static func text(of made: OwnCells) -> String {
    var record = SessionRecord(seed: 0)
    record.cells = made.cells
    return " of \(made.kept) cells\n" + JournalText.change(keeping: made.kept, with: record)
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
