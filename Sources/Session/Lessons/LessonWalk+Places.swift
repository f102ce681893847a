import Notebooks
package import Workbench

// Where the walk is, and the ways to other places.
extension LessonWalk {
  /// A part of the lesson under a heading.
  package struct Section: Equatable, Sendable {
    /// The heading, or the lesson's title.
    package let title: String
    /// The numbers of its cells, from 1; empty for one without a cell.
    package let cells: Range<Int>
    /// The step that it begins with.
    let start: Int
  }

  /// How a way to another place has ended.
  package enum Arrival: Equatable, Sendable {
    /// There; so many cells ran on the way.
    case arrived(cells: Int)
    /// It was stopped from outside: the walk is where it was.
    case interrupted
    /// An exercise lies on the way that may not be skipped.
    case refused
    /// The walk is on the way, before a cell that can't run as it did; why.
    case stopped(String)
  }

  /// How many cells there are, exercises among them.
  package var cellCount: Int { map.cellCount }

  /// The number of the cell that comes next, from 1; nil at the end.
  package var cellNumber: Int? {
    let done = map.cells(before: index)
    return done < cellCount ? done + 1 : nil
  }

  /// The sections, in their order. The lesson's title alone is none where others follow.
  package var sections: [Section] { map.sections }

  /// The section in which the walk is.
  package var section: Section? {
    map.section(at: (index..<steps.count).first { !steps[$0].isProse } ?? steps.count)
  }

  /// Where the walk is, beside a prompt that counts cells too: "the lesson's cell 20 of 45 · Too clever".
  package var standingPlace: String { cellNumber == nil ? place : "the lesson's \(place)" }

  /// Where the walk is: "cell 20 of 45 · Too clever".
  package var place: String {
    guard let cell = cellNumber else { return "at the end, \(cellCount) cells" }
    return (["cell \(cell) of \(cellCount)"] + [section?.title].compactMap { $0 })
      .joined(separator: " · ")
  }

  /// The sections that words may mean: a number, or how a heading begins, or words of it.
  package func sections(named wanted: String) -> [Section] {
    let wanted = wanted.lowercased()
    let sections = sections
    if let number = Int(wanted), number > 0, sections.indices.contains(number - 1) {
      return [sections[number - 1]]
    }
    let exact = sections.filter { $0.title.lowercased() == wanted }
    if !exact.isEmpty { return exact }
    let beginning = sections.filter { $0.title.lowercased().hasPrefix(wanted) }
    return beginning.isEmpty
      ? sections.filter { $0.title.lowercased().contains(wanted) } : beginning
  }

  /// Goes back to the cell before the one that comes next, with the prose before it; false at the
  /// first.
  package mutating func goBackOneCell() -> Bool {
    guard let cell = (0..<index).last(where: { !steps[$0].isProse }) else { return false }
    let made = left.flatMap { $0.step == cell ? $0.session : nil }
    goBack(to: startOfProse(before: cell))
    if let made { takeUp(made) }
    return true
  }

  /// Stands again before the prose that leads to the cell that comes next.
  package mutating func goBackOverProse() {
    goBack(to: startOfProse(before: index), isBranchKept: true)
  }

  /// Begins anew.
  package mutating func restart() {
    goBack(to: 0)
    lostLooks = 0
  }

  private func startOfProse(before index: Int) -> Int {
    var start = index
    while start > 0, steps[start - 1].isProse { start -= 1 }
    return start
  }

  /// Goes to the beginning of a section: back to the lesson's state of then, or on by running the cells
  /// up to it, exercises by their solutions.
  package mutating func go(
    to section: Section, control: RunControl = RunControl()
  ) -> Arrival {
    if section.start < index {
      goBack(to: section.start)
      return .arrived(cells: 0)
    }
    if !allowsSkips,
      (index..<section.start).contains(where: { steps[$0].isExercise && own[$0] == nil })
    {
      return .refused
    }
    // Where answers are counted, what comes behind a step must not tell of it before it is done.
    if mostTries != nil, (index..<section.start).contains(where: isOpen) { return .refused }
    return go(to: section.start, as: own, control)
  }

  private func isOpen(_ index: Int) -> Bool {
    guard case .own(let step) = steps[index], step.isJudged else { return false }
    return own[index] == nil && answers[index] == nil
  }

  /// Goes on to where a student was, by running the cells up to there as they ran then.
  package mutating func goOn(
    to progress: LessonProgress, control: RunControl = RunControl()
  ) -> Arrival {
    var copy = self
    copy.goBack(to: 0)
    copy.takeNotes(of: progress)
    copy.takeRecords(of: progress)
    let arrival = copy.go(to: min(progress.done, steps.count), as: progress.own, control)
    guard arrival != .interrupted else { return arrival }
    for (index, words) in progress.said where copy.steps.indices.contains(index) {
      copy.keepSaid(words, atStep: index)
    }
    copy.lostLooks = progress.lostLooks
    guard let tried = progress.tried, case .arrived(let cells) = arrival else {
      self = copy
      return arrival
    }
    let stop = copy.tryAgain(tried, control: control)
    if stop?.isInterrupted == true { return .interrupted }
    self = copy
    return stop.map { .stopped($0.reason) } ?? .arrived(cells: cells + tried.cells.count)
  }

  private mutating func go(
    to target: Int, as made: [Int: OwnCells], _ control: RunControl
  ) -> Arrival {
    var copy = self
    let count = steps[index..<max(index, target)].count { !$0.isProse }
    var cells = 0
    while copy.index < target {
      if control.isInterrupted() { return .interrupted }
      if copy.nextStep?.isProse == false { cells += 1 }
      let progress = Progress.part(cells, of: count, name: "cell")
      control.report(progress)
      if let stop = copy.takeStep(as: made[copy.index], control.telling(progress)) {
        if stop.isInterrupted { return .interrupted }
        self = copy
        return .stopped(stop.reason)
      }
    }
    self = copy
    return .arrived(cells: cells)
  }

  /// Takes the next step; why it was not taken.
  private mutating func takeStep(
    as made: OwnCells?, _ control: RunControl
  ) -> RecoveryStop? {
    if let made { return take(made, control: control) }
    if let missing = missingData {
      return RecoveryStop(reason: "\(missing) is not on this machine")
    }
    return advance(control: control)?.outcome.isInterrupted == true ? .interrupted : nil
  }

  /// What is kept of the walk through the lesson as it is.
  package var ownProgress: LessonProgress {
    progress(digest: ContentMark.of(Array(notebook.text.utf8)))
  }

  /// What is kept of the walk.
  package func progress(digest: UInt64) -> LessonProgress {
    var notes = notes
    let written = triedCells == nil ? triedNotes : []
    if !written.isEmpty { notes[index, default: []] += written }
    return LessonProgress(
      digest: digest, done: index, of: steps.count, place: place, own: own, answers: answers,
      said: said, notes: notes, given: given, shown: shown, reached: reached, tried: triedCells,
      lostLooks: lostLooks + takenLooks
        - (triedCells == nil ? 0 : session.looks(from: 0) - lesson.looks(from: 0)))
  }
}
