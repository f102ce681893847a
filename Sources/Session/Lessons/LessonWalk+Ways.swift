// Ways back and forth.
extension LessonWalk {
  /// How the lesson was before a step. A lesson that has grown is kept once, however many steps it has.
  enum Earlier: Sendable {
    /// It has grown since.
    case grown(from: NotebookMark)
    /// It was another one.
    indirect case other(NotebookSession)

    /// It again, from what it was behind the step.
    func lesson(in later: NotebookSession) -> NotebookSession {
      switch self {
      case .grown(let mark):
        var lesson = later
        lesson.goBack(to: mark)
        return lesson
      case .other(let lesson): return lesson
      }
    }
  }

  /// The lesson as it was before a step that is done.
  func lesson(beforeStep step: Int) -> NotebookSession {
    let later = before[(step + 1)...].lazy.compactMap { earlier in
      if case .other(let lesson) = earlier { lesson } else { nil }
    }.first
    return before[step].lesson(in: later ?? lesson)
  }

  /// The same for a question that leaves nothing.
  func glance(beforeStep step: Int) -> NotebookSession {
    if case .grown(let mark) = before[step], lesson.hasGrown(from: mark) {
      return lesson.glance(at: mark)
    }
    return lesson(beforeStep: step)
  }

  /// Goes on behind the step that comes next with another session, which came of the lesson.
  mutating func pass(to session: NotebookSession) {
    let mark = lesson.mark
    let start: Earlier = session.hasGrown(from: mark) ? .grown(from: mark) : .other(lesson)
    (lesson, branch) = (session, nil)
    pass(from: start)
  }

  /// Forgets what the student has tried since the last step, and no note; false where there is nothing.
  package mutating func reset() -> Bool {
    guard branch != nil else { return false }
    if !keepsSolved() { keepNotes() }
    leaveBranch()
    return true
  }

  /// Forgets the branch, but not what was seen there.
  mutating func leaveBranch() {
    lostLooks += takenLooks
    (branch, hasJustAttempted) = (nil, false)
  }

  /// Goes back to before a step that is done, in the lesson's state of then.
  /// - Parameter isBranchKept: Whether what was tried stays: where only prose lies between.
  mutating func goBack(to target: Int, isBranchKept: Bool = false) {
    let now = session
    if let step = left?.step, target <= step { left = nil }
    if !isBranchKept {
      if !keepsSolved() { putNotesAside(behind: target) }
      leaveBranch()
    }
    if target < index {
      lesson = lesson(beforeStep: target)
      before.removeSubrange(target...)
      index = target
      said = said.filter { $0.key < target }
    }
    keepWishes(of: now)
  }

  /// Stands beside the lesson again as when it went on from here.
  mutating func takeUp(_ made: NotebookSession) {
    var made = made
    (made.wishes, made.savedFiles, made.file) = (lesson.wishes, lesson.savedFiles, lesson.file)
    branch = made
    lostLooks = max(0, lostLooks - takenLooks)
  }
}
