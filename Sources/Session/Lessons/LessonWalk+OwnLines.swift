import Commands
import Language
import Notebooks
package import Workbench

// What of the student's lines is their own affair.
extension LessonWalk {
  func command(in source: String) -> Command? {
    let statements = lesson.script(source).statements.filter { !$0.isBlank }
    guard statements.count == 1, case .command(let command) = statements[0] else { return nil }
    return command
  }

  /// The path under which a line saves the notebook; empty for `save` alone, nil for any other line.
  private func notebookPath(in source: String) -> (path: String, range: SourceRange)? {
    guard let command = command(in: source), command.verb.text == SaveCommand.definition.verb else {
      return nil
    }
    guard let first = command.values.first else { return ("", command.range) }
    guard let path = first.text, !SaveCommand.definition.words.contains(path) else { return nil }
    return (path, first.range)
  }

  /// Whether a line concerns no cell: it saves the student's notebook, or fetches data.
  func isOfPerson(_ source: String) -> Bool {
    notebookPath(in: source) != nil
      || command(in: source)?.verb.text == FetchCommand.definition.verb
  }

  /// Why a line is not run: it is a word of the walk that is misspelled or has too much behind it, or
  /// would write the lesson's file.
  func refusal(of source: String) -> Diagnostic? {
    if let fault = faultOfWord(in: source) { return fault }
    guard let (path, range) = notebookPath(in: source), !path.isEmpty else { return nil }
    let files = lesson.settings.files
    guard files.isSame(path, notebook.name) else { return nil }
    return Diagnostic(
      "this is the file of the lesson, which stays as it is", at: range,
      hints: ["a file of your own: save mine.md"])
  }
}

// Words of the walk that are not typed as they should be.
extension LessonWalk {
  private func faultOfWord(in source: String) -> Diagnostic? {
    let table = lesson.vocabulary.table
    guard let command = command(in: source), table.definition(of: command.verb.text) == nil else {
      return nil
    }
    let words = LessonWord.ofWalksAlone.map(\.rawValue)
    if words.contains(command.verb.text), let first = command.arguments.first {
      return Diagnostic(
        "\(command.verb.text) has nothing behind it", at: first.range,
        hints: ["it is typed: \(command.verb.text)"])
    }
    guard Wording.suggestion(for: command.verb.text, among: words) != nil else { return nil }
    return Wording.unknownCommand(command.verb, in: table, beside: words)
  }
}

// Notes, which are the student's own wherever they are written: the lesson goes on with them.
extension LessonWalk {
  /// The notes that stand beside the lesson, as they were typed.
  package var triedNotes: [String] {
    guard let branch else { return [] }
    let kept = OwnCells(from: lesson, to: branch).kept
    var known = lesson.cells[kept...].filter(\.isNote).map(\.source)
    return branch.cells[kept...].filter(\.isNote).map(\.source).filter { source in
      guard let index = known.firstIndex(of: source) else { return true }
      known.remove(at: index)
      return false
    }
  }

  /// Has the lesson go on with the notes that were written beside it.
  mutating func keepNotes() {
    let written = triedNotes
    guard !written.isEmpty else { return }
    notes[index, default: []] += written
    takeUp(written)
  }

  /// Writes notes into the lesson.
  mutating func takeUp(_ written: [String]) {
    guard !written.isEmpty else { return }
    let rights = lesson.settings.files.rights
    lesson.settings.files.rights = typed
    for source in written { _ = lesson.submit(source) }
    lesson.settings.files.rights = rights
  }

  /// Keeps the notes that are left behind on a way back, each for the step at which it was written.
  mutating func putNotesAside(behind target: Int) {
    let written = triedNotes
    if target == index { takeUp(written) }
    if !written.isEmpty { notes[index, default: []] += written }
  }

  /// Keeps what was made of the lesson in an earlier walk, for who begins again: it stands at its step
  /// when the walk comes there.
  package mutating func keepRecords(of progress: LessonProgress) {
    takeRecords(of: progress)
    notes = progress.notes
    if let tried = progress.tried { putAside(notesOf: tried, atStep: progress.done) }
    takeUp(notes[index] ?? [])
  }

  /// Has the notes of an earlier walk at hand, for its steps are taken once more as they were.
  mutating func takeNotes(of progress: LessonProgress) {
    notes = progress.notes
    takeUp(notes[index] ?? [])
  }

  mutating func putAside(notesOf made: OwnCells, atStep step: Int) {
    let written = made.cells.map(\.source).filter(isNote)
    if !written.isEmpty { notes[step, default: []] += written }
  }

  func isNote(_ source: String) -> Bool { lesson.isNote(source) }
}

extension Cell {
  fileprivate var isNote: Bool {
    if case .note = result { true } else { false }
  }
}

// A line in the place of a cell whose data are not here.
extension LessonWalk {
  /// Takes a line of the student's in the place of the cell that comes next and whose data are not
  /// here, and goes on from there; nil where it is no such line, or failed.
  package mutating func standIn(
    _ source: String, control: RunControl = RunControl()
  ) -> NotebookSession.Outcome? {
    guard missingData != nil, command(in: source)?.verb.text == "data" else { return nil }
    let written = triedNotes
    var session = lesson
    let rights = session.settings.files.rights
    session.settings.files.rights = typed
    let outcome = session.submit(source, control: control)
    guard case .cell(_, let cell) = outcome, !cell.hasFailed else { return nil }
    for note in written { _ = session.submit(note) }
    session.settings.files.rights = rights
    branch = session
    goOnFromBranch()
    return outcome
  }

  /// The data that the cell that comes next reads and that are not on this machine.
  package var missingData: String? {
    guard !notebook.frontMatter.needs.isEmpty, case .cell(let source, _) = nextStep,
      let command = command(in: source), command.verb.text == "data"
    else { return nil }
    let named = command.values.compactMap(\.text)
    return missingNeeds.first { named.contains($0) }
  }

  /// What the lesson says it needs and what is not on this machine.
  package var missingNeeds: [String] {
    notebook.frontMatter.needs.filter { Replay.isMissing($0, lesson.settings) }
  }
}
