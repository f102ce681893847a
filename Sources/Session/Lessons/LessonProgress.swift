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
/// 9. `then done N of M`, behind all of these, begins a change: `at PLACE`, what is new as in rules 2 to
///    7, and `= then`. What it says of a step takes the place of what was said; `looked`, `reached` and
///    `open` hold for it alone. A change without its last line was not written to its end, and is left
///    out, with what follows it.
package struct LessonProgress: Equatable, Sendable {
  static let heading = "Overfit lesson 1"

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
    let answered = Set(
      other.answers.keys.filter { step in
        other.answers[step]?.isAnswer == true && !other.shown.contains(step)
      })
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
      let (done, of) = lines.next()?.word(behind: "done").flatMap(LessonProgressReading.numbers),
      done <= of,
      let place = lines.next()?.word(behind: "at")
    else { return nil }
    var read = LessonProgressReading(done: done, of: of, place: place)
    while let line = lines.next() {
      if let words = line.word(behind: "then") {
        read.readChanges(words, &lines)
        break
      }
      guard read.read(line, &lines) else { return nil }
    }
    self = read.progress(digest: digest)
  }

  /// It as text.
  package var text: String {
    "\(Self.heading)\ndigest \(digest)\ndone \(done) of \(of)\nat \(place)\n" + lines
  }

  /// What is added to the text of an earlier progress in the same lesson to have that of this one; nil
  /// where something of it is gone, or is another thing.
  package func change(since old: LessonProgress) -> String? {
    guard old.digest == digest, old.of == of, old.shown.isSubset(of: shown),
      let own = Self.news(own, since: old.own),
      let answers = Self.news(answers, since: old.answers),
      let said = Self.news(said, since: old.said),
      let notes = Self.additions(to: old.notes, in: notes),
      let given = Self.additions(to: old.given, in: given)
    else { return nil }
    let news = LessonProgress(
      digest: digest, done: done, of: of, place: place, own: own, answers: answers, said: said,
      notes: notes, given: given, shown: shown.subtracting(old.shown), reached: reached,
      tried: tried, lostLooks: lostLooks)
    return "then done \(done) of \(of)\nat \(place)\n\(news.lines)= then\n"
  }

  /// What is new, or another thing; nil where something is gone.
  private static func news<Value: Equatable>(
    _ now: [Int: Value], since old: [Int: Value]
  ) -> [Int: Value]? {
    if now == old { return [:] }
    let news = now.filter { old[$0.key] != $0.value }
    let added = news.keys.count { old[$0] == nil }
    return now.count == old.count + added ? news : nil
  }

  /// What stands behind what stood there; nil where something else has changed.
  private static func additions(
    to old: [Int: [String]], in now: [Int: [String]]
  ) -> [Int: [String]]? {
    guard let changed = news(now, since: old),
      changed.allSatisfy({ $0.value.starts(with: old[$0.key] ?? []) })
    else { return nil }
    return changed.reduce(into: [:]) { result, entry in
      result[entry.key] = Array(entry.value.dropFirst(old[entry.key]?.count ?? 0))
    }
  }

  /// What is said of the steps.
  private var lines: String {
    var text = ""
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
}
